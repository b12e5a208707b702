// The latest version of a block.
//   $space  whose memory     $label  which block
// Returns block. No row if there is none.     Try it: :param {space: 'abc1', label: 'persona'}
CYPHER 25
MATCH (b:Block {space: $space, label: $label, recordedTo: datetime('9999-12-31T23:59:59.999999Z')})
RETURN b {.*} AS block
