// Stores pairs of entities that may be one, for a model or a person to decide. A pair that is known stays as it was decided.
//   $tenant, $space  whose memory     $now  the moment of recording     $pairs  [{id, pair, one, other, score, reason}]
CYPHER 25
UNWIND $pairs AS doubt
MATCH (one:Entity {space: $space, id: doubt.one})
MATCH (other:Entity {space: $space, id: doubt.other})
MERGE (s:Suggestion {space: $space, pair: doubt.pair})
  ON CREATE SET s.id = doubt.id, s.tenant = $tenant, s.kind = 'SAME', s.status = 'OPEN', s.score = doubt.score,
    s.reason = doubt.reason, s.createdAt = $now
WITH s, one, other
WHERE NOT EXISTS { (s)-[:ABOUT]->() }
CREATE (s)-[:ABOUT]->(one), (s)-[:ABOUT]->(other)
