// Forgets recalls that were asked too long ago, of all spaces. What was said of their memories stays counted.
//   $before  asked earlier than that     $limit  how many at most
// Returns forgotten.
CYPHER 25
MATCH (r:Recall)
WHERE r.askedAt < $before
WITH r LIMIT $limit
DETACH DELETE r
RETURN count(*) AS forgotten
