// Puts a rebuild of a space in the queue, unless one waits there already.
//   $tenant, $space  whose memory     $now  the moment of recording     $job  its id     $kind  what it begins with
// Returns job: the id of the one that waits.
CYPHER 25
MATCH (s:Space {key: $space})
SET s.dueAt = coalesce(s.dueAt, datetime.realtime('Z'))
WITH s, head(COLLECT {
  UNWIND ['ACCEPTED', 'RETRYING'] AS status
  MATCH (j:Job {space: s.key, status: status})
  WHERE j.acceptedAt IS NOT NULL AND j.kind = $kind
  RETURN j.id
}) AS waiting
FOREACH (none IN CASE WHEN waiting IS NULL THEN [1] ELSE [] END |
  CREATE (:Job {tenant: $tenant, space: $space, id: $job, kind: $kind, status: 'ACCEPTED', attempts: 0, acceptedAt: $now}))
WITH waiting
FOREACH (new IN COLLECT { MATCH (j:Job {tenant: $tenant, id: $job}) WHERE j.kind = 'REREAD' RETURN j } | SET new:Reread)
RETURN coalesce(waiting, $job) AS job
