// Prolongs the lease of a worker that is still busy with its job, if it still has it.
//   $tenant, $space  whose memory     $fence  the worker's     $job  its id     $lease  for how long
// Returns leased.
CYPHER 25
MATCH (s:Space {key: $space})
SET s.locked = true
WITH s
WHERE s.fence = $fence
MATCH (:Job {tenant: $tenant, id: $job, status: 'RUNNING'})
SET s.dueAt = datetime.realtime('Z') + $lease
RETURN true AS leased
