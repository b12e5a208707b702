// The blocks of a space as they were at a moment, by label.
//   $space  whose memory     $knownAt  the moment     $after  the label of the last one of the page before, or ''     $limit  how many
// Returns block.     Try it: :param {space: 'abc1', knownAt: datetime(), after: '', limit: 50}
CYPHER 25
MATCH (first:Block {space: $space, version: 1})
USING INDEX SEEK first:Block(space, version, label)
WHERE first.label > $after
CALL (first) {
  MATCH (b:Block {space: $space, label: first.label})
  USING INDEX SEEK b:Block(space, label, version)
  WHERE b.version IS NOT NULL AND b.recordedFrom <= $knownAt
  RETURN b ORDER BY b.space DESC, b.label DESC, b.version DESC LIMIT 1
}
WITH first, b
WHERE b.recordedTo > $knownAt
RETURN b {.*} AS block
ORDER BY first.label
LIMIT $limit
