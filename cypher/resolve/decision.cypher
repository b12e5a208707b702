// A decision on who is who.
//   $tenant, $space  whose memory     $id  which
// Returns kind, kept, gone, at, undone (whether it was).     Try it: :param {tenant: 'default', space: 'abc1', id: '…'}
CYPHER 25
MATCH (d:Decision {tenant: $tenant, id: $id})
WHERE d.space = $space
RETURN d.kind AS kind, d.kept AS kept, d.gone AS gone, d.at AS at, d.undoneAt IS NOT NULL AS undone
