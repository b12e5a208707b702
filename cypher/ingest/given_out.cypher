// Which of these facts and episodes a space has, so that it may have given them out.
//   $tenant, $space  whose memory     $generation  under which it believes now     $facts, $episodes  ids
// Returns id.
CYPHER 25
UNWIND $facts AS fact
MATCH (f:Fact {space: $generation, id: fact})
USING INDEX f:Fact(space, id, version)
WHERE f.version IS NOT NULL
RETURN DISTINCT f.id AS id
UNION
UNWIND $episodes AS episode
MATCH (e:Episode {tenant: $tenant, id: episode})
WHERE e.space = $space
RETURN e.id AS id
