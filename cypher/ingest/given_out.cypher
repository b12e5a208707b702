// Which of these facts and episodes a space has, so that it may have given them out: facts also that it believed once, before
// it was rebuilt.
//   $tenant, $space  whose memory     $facts, $episodes  ids
// Returns id.
CYPHER 25
UNWIND $facts AS fact
MATCH (f:Fact {tenant: $tenant, id: fact})
WHERE EXISTS { (:Space {key: $space})-[:HAS_GENERATION]->(:Generation {space: f.space}) }
RETURN DISTINCT f.id AS id
UNION
UNWIND $episodes AS episode
MATCH (e:Episode {tenant: $tenant, id: episode})
WHERE e.space = $space
RETURN e.id AS id
