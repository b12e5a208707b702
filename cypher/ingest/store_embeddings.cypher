// Gives passages their vectors and prolongs the lease, if the worker still has it.
//   $space  whose memory     $fence  the worker's     $lease  for how long     $vectors  [{passage, embedding}]
// Returns leased.
CYPHER 25
MATCH (s:Space {key: $space})
SET s.locked = true
WITH s
WHERE s.fence = $fence
SET s.dueAt = datetime.realtime('Z') + $lease
WITH s
CALL () {
  UNWIND $vectors AS vector
  MATCH (p:Passage {space: $space, id: vector.passage})
  CALL db.create.setNodeVectorProperty(p, 'embedding', vector.embedding)
}
RETURN true AS leased
