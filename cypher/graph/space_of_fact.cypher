// The space of a fact, whatever version and generation it is in.
//   $tenant  whose memory     $id  which fact
// Returns name. No row if there is no such fact.     Try it: :param {tenant: 'default', id: '…'}
CYPHER 25
MATCH (f:Fact {tenant: $tenant, id: $id})
USING INDEX SEEK f:Fact(tenant, id)
MATCH (g:Generation {space: f.space})<-[:HAS_GENERATION]-(s:Space {tenant: $tenant})
USING INDEX SEEK g:Generation(space)
RETURN s.name AS name
LIMIT 1
