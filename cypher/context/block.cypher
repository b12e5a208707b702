// A block as it was at a moment.
//   $space  whose memory     $label  which block     $knownAt  the moment
// Returns block. No row if there was none.     Try it: :param {space: 'abc1', label: 'persona', knownAt: datetime()}
CYPHER 25
MATCH (b:Block {space: $space, label: $label})
USING INDEX b:Block(space, label, recordedTo)
WHERE b.recordedTo > $knownAt AND b.recordedFrom <= $knownAt
RETURN b {.*} AS block
