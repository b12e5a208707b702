// Waits for the writer of a space, so that all that it has written is seen: a commit shows itself piece by piece.
//   $tenant, $name  whose memory
// Returns space (the key), clock. No row if there is no such space.     Try it: :param {tenant: 'default', name: 'demo'}
CYPHER 25
MATCH (s:Space {tenant: $tenant, name: $name})
SET s.locked = true
RETURN s.key AS space, s.clock AS clock
