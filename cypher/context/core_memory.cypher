// The core memory of a space as it was at a moment, by label.
//   $tenant, $name  whose memory     $knownAt  the moment     $limit  how many blocks
// Returns block.
CYPHER 25
MATCH (s:Space {tenant: $tenant, name: $name})
MATCH (first:Block {space: s.key, version: 1})
USING INDEX SEEK first:Block(space, version, label)
WHERE first.label IS NOT NULL
CALL (s, first) {
  MATCH (b:Block {space: s.key, label: first.label})
  USING INDEX SEEK b:Block(space, label, version)
  WHERE b.version IS NOT NULL AND b.recordedFrom <= $knownAt
  RETURN b ORDER BY b.space DESC, b.label DESC, b.version DESC LIMIT 1
}
WITH first, b
WHERE b.recordedTo > $knownAt
RETURN b {.*} AS block
ORDER BY first.label
LIMIT $limit
