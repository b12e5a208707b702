// Erases what was said of some memories of a space.
//   $space  whose memory     $limit  how many at most
// Returns erased.
CYPHER 25
MATCH (u:Feedback {space: $space})
WHERE u.memory IS NOT NULL
WITH u LIMIT $limit
DELETE u
RETURN count(*) AS erased
