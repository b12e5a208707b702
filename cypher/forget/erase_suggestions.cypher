// Erases some suggestions of a space, of all its generations.
//   $space  whose memory     $limit  how many at most
// Returns erased.
CYPHER 25
MATCH (:ErasedSpace {key: $space})-[:HAS_GENERATION]->(g:Generation)
MATCH (n:Suggestion {space: g.space})
WHERE n.pair IS NOT NULL
WITH n LIMIT $limit
DETACH DELETE n
RETURN count(*) AS erased
