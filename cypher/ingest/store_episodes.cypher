// Stores episodes with their passages and the job that will work on them, and puts the space in the queue.
//   $tenant, $space  whose memory     $now  the moment of recording     $job  its id
//   $episodes  [{properties, occurredAt, passages: [{properties, embedding, context}]}], in the order in which they were said
CYPHER 25
MATCH (s:Space {key: $space})
SET s.dueAt = coalesce(s.dueAt, datetime.realtime('Z'))
CREATE (j:Job {tenant: $tenant, space: $space, id: $job, kind: 'INGEST', status: 'ACCEPTED', attempts: 0, acceptedAt: $now})
WITH j
UNWIND range(0, size($episodes) - 1) AS position
WITH j, position, $episodes[position] AS said
CREATE (j)-[:INGESTS]->(e:Episode {tenant: $tenant, space: $space, recordedAt: $now, position: position,
  occurredAt: coalesce(said.occurredAt, $now)})
SET e += said.properties
WITH e, said
UNWIND said.passages AS part
CREATE (e)<-[:OF]-(p:Passage {space: $space, occurredAt: e.occurredAt, recordedAt: $now})
SET p += part.properties
WITH p, part
WHERE part.embedding IS NOT NULL
CALL db.create.setNodeVectorProperty(p, 'embedding', part.embedding)
CALL db.create.setNodeVectorProperty(p, 'contextEmbedding', part.context)
