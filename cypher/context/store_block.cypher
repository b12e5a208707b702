// Writes a new version of a block, and closes the one before it.
//   $space  whose memory     $label  which block     $write  the write that does it     $now  the moment of recording
//   $text, $description, $limit  what it becomes
// Returns block.
CYPHER 25
OPTIONAL MATCH (old:Block {space: $space, label: $label, recordedTo: datetime('9999-12-31T23:59:59.999999Z')})
SET old.recordedTo = $now
CREATE (b:Block {space: $space, label: $label, version: coalesce(old.version, 0) + 1, write: $write, text: $text,
  description: $description, limit: $limit, recordedFrom: $now, recordedTo: datetime('9999-12-31T23:59:59.999999Z')})
RETURN b {.*} AS block
