// All statements of some slots, and those that were told together with a correction of them.
//   $space  whose memory     $slots  which
// Returns statement.     Try it: :param {space: 'abc1', slots: ['…']}
CYPHER 25
UNWIND $slots AS slot
MATCH (one:Statement {space: $space, slot: slot})
CALL (one) {
  RETURN one AS s
  UNION
  WITH one WHERE one.authority = 'CORRECTION'
  MATCH (s:Statement {space: $space, recordedAt: one.recordedAt})
  WHERE s.authority = 'CORRECTION'
  RETURN s
}
WITH DISTINCT s
RETURN s {.*, embedding: null} AS statement
ORDER BY s.observedAt, s.id
