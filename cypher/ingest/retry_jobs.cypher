// Puts jobs that have failed back into the queue, the oldest first. What nobody could read of them is tried again.
//   $tenant  whose     $id  which one, or null     $space  the name of a space, or null     $limit  how many at most
// Returns job (its id).
CYPHER 25
MATCH (j:Job {tenant: $tenant, status: 'FAILED'})
USING INDEX SEEK j:Job(tenant, status, id)
WHERE j.id > '' AND ($id IS NULL OR j.id = $id)
MATCH (s:Space {key: j.space})
WHERE $space IS NULL OR s.name = $space
WITH j, s ORDER BY j.tenant, j.status, j.id LIMIT toInteger($limit)
SET s.locked = true
WITH j, s
WHERE j.status = 'FAILED'
SET j.status = CASE WHEN j.extractor IS NULL THEN 'ACCEPTED' ELSE 'RETRYING' END, j.attempts = 0, j.cutOffs = 0, s.dueAt = coalesce(s.dueAt, datetime.realtime('Z'))
REMOVE j.error, j.finishedAt
WITH j
CALL (j) {
  MATCH (j)-[:INGESTS]->(:Episode)<-[:OF]-(p:Passage)
  REMOVE p.unreadable
}
RETURN j.id AS job
