// Erases some versions of blocks of a space.
//   $space  whose memory     $limit  how many at most
// Returns erased.
CYPHER 25
MATCH (n:Block {space: $space})
WHERE n.version IS NOT NULL AND n.label IS NOT NULL
WITH n LIMIT $limit
DETACH DELETE n
RETURN count(*) AS erased
