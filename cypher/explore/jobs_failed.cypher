// Jobs that were given up, with the reason: their episodes are kept and found by words, perhaps not by meaning.
// All spaces. An empty answer is a good one.
// Returns tenant, name, job (its id), attempts, cutOffs (how often it was cut off since it got on last), finishedAt, error, without (passages without a vector).
CYPHER 25
MATCH (j:Job)
USING INDEX SEEK j:Job(status, acceptedAt)
WHERE j.status = 'FAILED' AND j.acceptedAt < datetime('9999-01-01T00:00:00Z')
MATCH (s:Space {key: j.space})
USING INDEX SEEK s:Space(key)
RETURN s.tenant AS tenant, s.name AS name, j.id AS job, j.attempts AS attempts, coalesce(j.cutOffs, 0) AS cutOffs, j.finishedAt AS finishedAt,
  j.error AS error, COUNT { (j)-[:INGESTS]->(:Episode)<-[:OF]-(p:Passage) WHERE p.embedding IS NULL } AS without
ORDER BY finishedAt DESC
LIMIT 100
