// Erases some episodes of a space.
//   $space  whose memory     $limit  how many at most
// Returns erased.
CYPHER 25
MATCH (n:Episode)
WHERE n.space = $space
WITH n LIMIT $limit
DETACH DELETE n
RETURN count(*) AS erased
