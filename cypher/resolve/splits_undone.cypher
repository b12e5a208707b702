// The splits of a space that were taken back, with whom the statements had meant that they moved.
//   $space  whose memory
// Returns gone (the entity that was split off), statements (ids), subjects, objects (whom they had meant, '' where that did not change).     Try it: :param {space: 'abc1'}
CYPHER 25
MATCH (d:Decision {space: $space})
USING INDEX SEEK d:Decision(space, at)
WHERE d.at IS NOT NULL AND d.kind = 'SPLIT' AND d.undoneAt IS NOT NULL
RETURN d.gone AS gone, d.statements AS statements, coalesce(d.subjects, [any IN d.statements | '']) AS subjects,
  coalesce(d.objects, [any IN d.statements | '']) AS objects
