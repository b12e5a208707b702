// Takes the next job, of all spaces: that of the space that has waited longest, the oldest of that space.
// The space is leased until then: nobody else works on it, and if this worker dies, it is due again.
// The fence tells an outdated worker from the present one. A job that somebody held until the lease ran out was cut off, as by a
// crash: that is counted apart, since nothing in it has failed.
//   $lease  for how long     $wait  whether what follows a job that has failed waits until that is tried again
// Returns tenant, name, space (its key), fence, extract (who shall read there, or null), job, kind, attempts, cutOffs (job is null if the space has nothing more to do).
CYPHER 25
MATCH (s:Space)
WHERE s.dueAt <= datetime.realtime('Z')
WITH s ORDER BY s.dueAt LIMIT 1
SET s.locked = true
WITH s
WHERE s.dueAt <= datetime.realtime('Z')
SET s.dueAt = datetime.realtime('Z') + $lease, s.fence = coalesce(s.fence, 0) + 1
OPTIONAL CALL (s) {
  UNWIND ['ACCEPTED', 'RUNNING', 'RETRYING'] AS status
  CALL (s, status) {
    MATCH (j:Job {space: s.key, status: status})
    WHERE j.acceptedAt < datetime('9999-01-01T00:00:00Z')
    RETURN j ORDER BY j.space, j.status, j.acceptedAt LIMIT 1
  }
  RETURN j ORDER BY j.acceptedAt LIMIT 1
}
WITH s, CASE WHEN $wait AND EXISTS {
  MATCH (failed:Job {space: s.key, status: 'FAILED'}) WHERE failed.acceptedAt < j.acceptedAt
} THEN null ELSE j END AS j
SET j.cutOffs = coalesce(j.cutOffs, 0) + CASE WHEN j.held THEN 1 ELSE 0 END, j.attempts = j.attempts + CASE WHEN j.held THEN 0 ELSE 1 END
SET j.status = 'RUNNING', j.held = true
FOREACH (idle IN CASE WHEN j IS NULL THEN [s] ELSE [] END | REMOVE idle.dueAt)
RETURN s.tenant AS tenant, s.name AS name, s.key AS space, s.fence AS fence, s.extract AS extract, j.id AS job, j.kind AS kind, j.attempts AS attempts, j.cutOffs AS cutOffs
