// The version that a block is at.
//   $space  whose memory     $label  which block
// Returns version, recordedFrom. No row if there is no such block.
CYPHER 25
MATCH (b:Block {space: $space, label: $label, recordedTo: datetime('9999-12-31T23:59:59.999999Z')})
RETURN b.version AS version, b.recordedFrom AS recordedFrom
