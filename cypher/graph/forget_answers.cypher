// Drops remembered answers that have expired, of all spaces.
//   $limit  how many at most
// Returns dropped.
CYPHER 25
MATCH (k:IdempotencyKey)
WHERE k.expiresAt <= datetime.realtime('Z')
WITH k LIMIT $limit
DELETE k
RETURN count(*) AS dropped
