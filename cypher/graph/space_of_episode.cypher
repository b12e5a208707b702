// The space of an episode.
//   $tenant  whose memory     $id  which episode
// Returns name. No row if there is no such episode.     Try it: :param {tenant: 'default', id: '…'}
CYPHER 25
MATCH (e:Episode {tenant: $tenant, id: $id})
MATCH (s:Space {key: e.space})
RETURN s.name AS name
