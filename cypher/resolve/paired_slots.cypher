// Slots that hang together with others: those of all who were ever joined with somebody.
//   $space  whose memory
// Returns slot.     Try it: :param {space: 'abc1'}
CYPHER 25
MATCH (s:Statement {space: $space})
WHERE s.mirror > ''
UNWIND [s.slot, s.mirror] AS slot
RETURN DISTINCT slot
