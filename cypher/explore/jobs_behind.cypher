// Work that is behind: jobs that have not ended, the oldest first, and who has their space. All spaces.
// An empty answer is a good one.
// Returns tenant, name, job (its id), status, attempts, cutOffs (how often it was cut off since it got on last), acceptedAt, waiting, spaceDueAt.
CYPHER 25
MATCH (j:Job)
USING INDEX SEEK j:Job(status, acceptedAt)
WHERE j.status IN ['ACCEPTED', 'RUNNING', 'RETRYING'] AND j.acceptedAt < datetime('9999-01-01T00:00:00Z')
MATCH (s:Space {key: j.space})
USING INDEX SEEK s:Space(key)
RETURN s.tenant AS tenant, s.name AS name, j.id AS job, j.status AS status, j.attempts AS attempts, coalesce(j.cutOffs, 0) AS cutOffs,
  j.acceptedAt AS acceptedAt, duration.between(j.acceptedAt, datetime.realtime('Z')) AS waiting, s.dueAt AS spaceDueAt
ORDER BY acceptedAt
LIMIT 100
