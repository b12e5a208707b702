// A decision on who is who.
//   $space  whose memory     $id  which
// Returns kind, kept, gone, at, undone (whether it was).     Try it: :param {tenant: 'default', space: 'abc1', id: '…'}
CYPHER 25
MATCH (d:Decision {space: $space, id: $id})
RETURN d.kind AS kind, d.kept AS kept, d.gone AS gone, d.at AS at, d.undoneAt IS NOT NULL AS undone
