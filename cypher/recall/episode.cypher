// One episode.
//   $tenant  whose     $id  which
// Returns episode, space (its name).
CYPHER 25
MATCH (e:Episode {tenant: $tenant, id: $id})
MATCH (s:Space {key: e.space})
RETURN e AS episode, s.name AS space
