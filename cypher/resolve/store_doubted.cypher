// Stores statements that are not believed, for a model or a person to decide. A claim that is known stays as it was decided.
//   $tenant, $space  whose memory     $now  the moment of recording     $claims  [{id, kind, pair: what it claims, statement, score, reason}]
CYPHER 25
UNWIND $claims AS doubt
MATCH (statement:Statement {space: $space, id: doubt.statement})
MERGE (s:Suggestion {space: $space, pair: doubt.pair})
  ON CREATE SET s.id = doubt.id, s.tenant = $tenant, s.kind = doubt.kind, s.status = 'OPEN', s.score = doubt.score,
    s.reason = doubt.reason, s.createdAt = $now
WITH s, statement
WHERE NOT EXISTS { (s)-[:ABOUT]->() }
CREATE (s)-[:ABOUT]->(statement)
