// Puts jobs that have failed back into the queue, the oldest first. What nobody could read of them is tried again.
//   $tenant  whose     $id  which one, or null     $space  the name of a space, or null     $limit  how many at most
// Returns job (its id).
CYPHER 25
CALL () {
  WITH $id AS id WHERE id IS NOT NULL
  MATCH (j:Job {tenant: $tenant, id: id})
  WHERE j.status = 'FAILED'
  RETURN j
  UNION ALL
  WITH $space AS name WHERE $id IS NULL AND name IS NULL
  MATCH (j:Job {tenant: $tenant, status: 'FAILED'})
  USING INDEX SEEK j:Job(tenant, status, id)
  WHERE j.id > '' AND EXISTS { (:Space {key: j.space}) }
  RETURN j ORDER BY j.tenant, j.status, j.id LIMIT toInteger($limit)
  UNION ALL
  WITH $space AS name WHERE $id IS NULL
  MATCH (s:Space {tenant: $tenant, name: name})
  MATCH (j:Job {space: s.key, status: 'FAILED'})
  USING INDEX SEEK j:Job(space, status, id)
  WHERE j.id > ''
  RETURN j ORDER BY j.space, j.status, j.id LIMIT toInteger($limit)
}
MATCH (s:Space {key: j.space})
WITH j, s ORDER BY j.id
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
