// The core memory of a space as it was at a moment, by label.
//   $tenant, $name  whose memory     $knownAt  the moment     $limit  how many blocks
// Returns block.
CYPHER 25
MATCH (s:Space {tenant: $tenant, name: $name})
MATCH (b:Block {space: s.key})
USING INDEX b:Block(space, recordedTo, label)
WHERE b.recordedTo > $knownAt AND b.label IS NOT NULL AND b.recordedFrom <= $knownAt
RETURN b {.*} AS block ORDER BY b.label LIMIT $limit
