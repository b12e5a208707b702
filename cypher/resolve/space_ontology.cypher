// Which ontology a space has, and which one it shall have.
//   $tenant, $name  whose memory
// Returns createdAt, ontology (null: the standard one), wanted (null: that one, '': the standard one). No row if there is no such space.     Try it: :param {tenant: 'default', name: 'demo'}
CYPHER 25
MATCH (s:Space {tenant: $tenant, name: $name})
RETURN s.createdAt AS createdAt, s.ontology AS ontology, s.wantedOntology AS wanted
