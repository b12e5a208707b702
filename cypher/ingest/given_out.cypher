// Which of these facts and episodes a space has, so that it may have given them out: facts also that it believed once, before
// it was rebuilt.
//   $tenant, $space  whose memory     $facts, $episodes  ids
// Returns id, texts: all by which it was ever told.
CYPHER 25
UNWIND $facts AS fact
MATCH (f:Fact {tenant: $tenant, id: fact})
WHERE EXISTS { (:Space {key: $space})-[:HAS_GENERATION]->(:Generation {space: f.space}) }
RETURN f.id AS id, collect(DISTINCT f.text) AS texts
UNION
UNWIND $episodes AS episode
MATCH (e:Episode {tenant: $tenant, id: episode})
WHERE e.space = $space
RETURN e.id AS id, COLLECT { MATCH (e)<-[:OF]-(p:Passage) RETURN p.text } AS texts
