// Hands a leased space on before its job has ended, as a worker does whose turn is over or who is told to stop;
// whatever it still sends comes too late. The attempt does not count: nothing has failed.
//   $tenant, $space  whose memory     $fence  the worker's     $job  its id     $pause  how long the space waits     $error  why, or null
CYPHER 25
MATCH (s:Space {key: $space})
SET s.locked = true
WITH s
WHERE s.fence = $fence
SET s.dueAt = datetime.realtime('Z') + $pause, s.fence = s.fence + 1, s.embedded = coalesce(s.embedded, 0) + 1
WITH s
MATCH (j:Job {tenant: $tenant, id: $job})
SET j.attempts = j.attempts - 1, j.error = $error
REMOVE j.held
FOREACH (waiting IN CASE WHEN $error IS NULL THEN [] ELSE [j] END | SET waiting.status = 'RETRYING')
