// A block as it was at a moment.
//   $space  whose memory     $label  which block     $knownAt  the moment
// Returns block. No row if there was none.     Try it: :param {space: 'abc1', label: 'persona', knownAt: datetime()}
CYPHER 25
MATCH (b:Block {space: $space, label: $label})
USING INDEX SEEK b:Block(space, label, version)
WHERE b.version IS NOT NULL AND b.recordedFrom <= $knownAt
WITH b ORDER BY b.space DESC, b.label DESC, b.version DESC LIMIT 1
WHERE b.recordedTo > $knownAt
RETURN b {.*} AS block
