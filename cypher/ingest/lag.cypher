// How far the work is behind, in all spaces: since when the oldest unfinished job has waited.
// Returns since.
CYPHER 25
UNWIND ['ACCEPTED', 'RUNNING', 'RETRYING'] AS status
CALL (status) {
  MATCH (j:Job {status: status})
  WHERE j.acceptedAt < datetime('9999-01-01T00:00:00Z')
  RETURN j ORDER BY j.status, j.acceptedAt LIMIT 1
}
RETURN min(j.acceptedAt) AS since
