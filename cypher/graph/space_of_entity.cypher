// The space of an entity, whatever generation it is in.
//   $tenant  whose memory     $id  which entity
// Returns name. No row if there is no such entity.     Try it: :param {tenant: 'default', id: '…'}
CYPHER 25
MATCH (e:Entity {tenant: $tenant, id: $id})
USING INDEX SEEK e:Entity(tenant, id)
MATCH (g:Generation {space: e.space})<-[:HAS_GENERATION]-(s:Space {tenant: $tenant})
USING INDEX SEEK g:Generation(space)
RETURN s.name AS name
LIMIT 1
