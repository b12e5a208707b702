// The key of a space, if there is such a space.
//   $tenant, $name  whose memory
// Returns space.     Try it: :param {tenant: 'default', name: 'demo'}
CYPHER 25
MATCH (s:Space {tenant: $tenant, name: $name})
RETURN s.key AS space
