// The blocks of a space as they were at a moment, by label.
//   $space  whose memory     $knownAt  the moment     $after  the label of the last one of the page before, or ''     $limit  how many
// Returns block.     Try it: :param {space: 'abc1', knownAt: datetime(), after: '', limit: 50}
CYPHER 25
MATCH (b:Block {space: $space})
USING INDEX b:Block(space, recordedTo, label)
WHERE b.recordedTo > $knownAt AND b.label > $after AND b.recordedFrom <= $knownAt
RETURN b {.*} AS block
ORDER BY b.label
LIMIT $limit
