// Erases some episodes of a space.
//   $space  whose memory     $limit  how many at most
// Returns erased.
CYPHER 25
MATCH (n:Episode)
WHERE n.space = $space AND n.occurredAt IS NOT NULL AND n.id IS NOT NULL
WITH n LIMIT $limit
DETACH DELETE n
RETURN count(*) AS erased
