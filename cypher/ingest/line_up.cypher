// Puts spaces into the line whose jobs wait for one that has failed: whoever starts may not wait for that any more.
// Scans the spaces, of all tenants, once when the service starts.
CYPHER 25
MATCH (s:Space)
WHERE s.dueAt IS NULL AND EXISTS {
  UNWIND ['ACCEPTED', 'RETRYING'] AS status
  MATCH (j:Job {space: s.key, status: status})
  WHERE j.acceptedAt < datetime('9999-01-01T00:00:00Z')
}
SET s.dueAt = datetime.realtime('Z')
