// Erases a block in all its versions, and answers to requests that repeat its text.
//   $space  whose memory     $label  which block
// Returns erased: how many versions.
CYPHER 25
CALL () {
  MATCH (k:IdempotencyKey {space: $space})
  WHERE k.type = 'Block' AND k.answer CONTAINS '"label":"' + $label + '"'
  SET k.answer = ''
}
MATCH (b:Block {space: $space, label: $label})
WHERE b.version IS NOT NULL
DETACH DELETE b
RETURN count(*) AS erased
