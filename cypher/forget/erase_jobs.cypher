// Erases some jobs of a space.
//   $space  whose memory     $limit  how many at most
// Returns erased.
CYPHER 25
MATCH (n:Job)
WHERE n.space = $space AND n.status IS NOT NULL AND n.acceptedAt IS NOT NULL
WITH n LIMIT $limit
DETACH DELETE n
RETURN count(*) AS erased
