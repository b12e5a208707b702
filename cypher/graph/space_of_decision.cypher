// The space of a decision, whatever generation it is in.
//   $tenant  whose memory     $id  which decision
// Returns name. No row if there is no such decision.     Try it: :param {tenant: 'default', id: '…'}
CYPHER 25
MATCH (n:Decision {tenant: $tenant, id: $id})
USING INDEX SEEK n:Decision(tenant, id)
MATCH (g:Generation {space: n.space})<-[:HAS_GENERATION]-(s:Space {tenant: $tenant})
USING INDEX SEEK g:Generation(space)
RETURN s.name AS name
LIMIT 1
