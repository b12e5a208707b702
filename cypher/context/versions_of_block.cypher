// The versions of a block up to a moment, the latest first.
//   $space  whose memory     $label  which block     $knownAt  the moment     $before  the last version of the page before     $limit  how many
// Returns block.     Try it: :param {space: 'abc1', label: 'persona', knownAt: datetime(), before: 1000000, limit: 50}
CYPHER 25
MATCH (b:Block {space: $space, label: $label})
USING INDEX SEEK b:Block(space, label, version)
WHERE b.version < $before AND b.recordedFrom <= $knownAt
RETURN b {.*} AS block
ORDER BY b.space DESC, b.label DESC, b.version DESC
LIMIT $limit
