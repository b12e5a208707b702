// Some episodes of a tenant.
//   $tenant  whose memory     $ids  which
// Returns episode, space (its name).
CYPHER 25
UNWIND $ids AS id
MATCH (e:Episode {tenant: $tenant, id: id})
MATCH (s:Space {key: e.space})
RETURN e {.*} AS episode, s.name AS space
