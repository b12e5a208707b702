// Adds up what a job has cost, if the worker still has the lease.
//   $tenant, $space  whose memory     $fence  the worker's     $job  its id     $calls, $promptTokens, $completionTokens  of a model
//   $embedMillis, $extractMillis, $resolveMillis, $judgeMillis  how long each stage took
// Returns added. No row if another one has taken over.
CYPHER 25
MATCH (s:Space {key: $space})
WHERE s.fence = $fence
MATCH (j:Job {tenant: $tenant, id: $job, status: 'RUNNING'})
SET j.calls = coalesce(j.calls, 0) + $calls,
  j.promptTokens = coalesce(j.promptTokens, 0) + $promptTokens,
  j.completionTokens = coalesce(j.completionTokens, 0) + $completionTokens,
  j.embedMillis = coalesce(j.embedMillis, 0) + $embedMillis,
  j.extractMillis = coalesce(j.extractMillis, 0) + $extractMillis,
  j.resolveMillis = coalesce(j.resolveMillis, 0) + $resolveMillis,
  j.judgeMillis = coalesce(j.judgeMillis, 0) + $judgeMillis
RETURN true AS added
