// Gives passages their vectors and prolongs the lease, if the worker still has it.
// The job gets on: from here on it is as good as tried for the first time.
//   $tenant, $space  whose memory     $fence  the worker's     $job  its id     $lease  for how long     $vectors  [{passage, embedding, context, before: the passage after which it was embedded, or null}]; if another one comes before it by now, the context is not taken
// Returns leased.
CYPHER 25
MATCH (s:Space {key: $space})
SET s.locked = true
WITH s
WHERE s.fence = $fence
// What was recalled without them is recalled anew.
SET s.dueAt = datetime.realtime('Z') + $lease, s.embedded = coalesce(s.embedded, 0) + 1
WITH s
CALL () {
  UNWIND $vectors AS vector
  MATCH (p:Passage {space: $space, id: vector.passage})
  CALL db.create.setNodeVectorProperty(p, 'embedding', vector.embedding)
  WITH p, vector
  WHERE coalesce(head(COLLECT { MATCH (p)-[:FOLLOWS]->(q:Passage) RETURN q.id }), '') = coalesce(vector.before, '')
  CALL db.create.setNodeVectorProperty(p, 'contextEmbedding', vector.context)
}
MATCH (j:Job {tenant: $tenant, id: $job})
SET j.attempts = 1, j.cutOffs = 0
RETURN true AS leased
