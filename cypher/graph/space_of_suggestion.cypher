// The space of a suggestion, whatever generation it is in.
//   $tenant  whose memory     $id  which suggestion
// Returns name. No row if there is no such suggestion.     Try it: :param {tenant: 'default', id: '…'}
CYPHER 25
MATCH (n:Suggestion {tenant: $tenant, id: $id})
USING INDEX SEEK n:Suggestion(tenant, id)
MATCH (g:Generation {space: n.space})<-[:HAS_GENERATION]-(s:Space {tenant: $tenant})
USING INDEX SEEK g:Generation(space)
RETURN s.name AS name
LIMIT 1
