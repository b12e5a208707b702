// Who reads what is said in a space.
//   $tenant, $name  whose memory
// Returns extract (null: as it is set for all).
CYPHER 25
MATCH (s:Space {tenant: $tenant, name: $name})
RETURN s.extract AS extract
