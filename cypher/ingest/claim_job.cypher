// Takes the next job, of all spaces: that of the space that has waited longest, the oldest of that space.
// The space is leased until then: nobody else works on it, and if this worker dies, it is due again.
// The fence tells an outdated worker from the present one.
//   $lease  for how long     $wait  whether what follows a job that has failed waits until that is tried again
// Returns tenant, name, space (its key), fence, extract (who shall read there, or null), job, kind, attempts (job is null if the space has nothing more to do).
CYPHER 25
MATCH (s:Space)
WHERE s.dueAt <= datetime.realtime('Z')
WITH s ORDER BY s.dueAt LIMIT 1
SET s.locked = true
WITH s
WHERE s.dueAt <= datetime.realtime('Z')
SET s.dueAt = datetime.realtime('Z') + $lease, s.fence = coalesce(s.fence, 0) + 1
WITH s, COLLECT {
  UNWIND ['ACCEPTED', 'RUNNING', 'RETRYING'] AS status
  CALL (s, status) {
    MATCH (j:Job {space: s.key, status: status})
    WHERE j.acceptedAt < datetime('9999-01-01T00:00:00Z')
    RETURN j ORDER BY j.acceptedAt LIMIT 1
  }
  RETURN j ORDER BY j.acceptedAt LIMIT 1
}[0] AS j
WITH s, CASE WHEN $wait AND EXISTS {
  MATCH (failed:Job {space: s.key, status: 'FAILED'}) WHERE failed.acceptedAt < j.acceptedAt
} THEN null ELSE j END AS j
SET j.status = 'RUNNING', j.attempts = j.attempts + 1
FOREACH (idle IN CASE WHEN j IS NULL THEN [s] ELSE [] END | REMOVE idle.dueAt)
RETURN s.tenant AS tenant, s.name AS name, s.key AS space, s.fence AS fence, s.extract AS extract, j.id AS job, j.kind AS kind, j.attempts AS attempts
