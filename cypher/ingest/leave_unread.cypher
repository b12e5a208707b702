// Leaves a passage unread that nobody can read, so that those of its job behind it are read all the same: if there are any, and if
// the worker still has the lease. For them the job is as good as tried for the first time; in the end it has failed.
//   $tenant, $space  whose memory     $fence  the worker's     $job  its id     $passage  which     $reason  why
// Returns left. No row if it was not.
CYPHER 25
MATCH (s:Space {key: $space})
SET s.locked = true
WITH s
WHERE s.fence = $fence
MATCH (j:Job {tenant: $tenant, id: $job, status: 'RUNNING'})
MATCH (p:Passage {space: $space, id: $passage})
WHERE EXISTS {
  MATCH (j)-[:INGESTS]->(:Episode)<-[:OF]-(other:Passage)
  WHERE other.readAt IS NULL AND other.unreadable IS NULL AND other.id <> $passage
}
SET p.unreadable = $reason, j.attempts = 1, j.cutOffs = 0
RETURN true AS left
