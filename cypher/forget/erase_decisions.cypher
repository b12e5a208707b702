// Erases some decisions of a space, of all its generations.
//   $space  whose memory     $limit  how many at most
// Returns erased.
CYPHER 25
MATCH (:ErasedSpace {key: $space})-[:HAS_GENERATION]->(g:Generation)
MATCH (n:Decision {space: g.space})
WHERE n.at IS NOT NULL
WITH n LIMIT $limit
DETACH DELETE n
RETURN count(*) AS erased
