// Erases an episode with its passages, and what is empty without it: its job, its session; and answers to requests that
// repeat what was told in it.
// Its neighbours in the session become each other's.
//   $tenant  whose     $id  which
// Returns passages, jobs, sessions: how many went with it. No row if there is no such episode.
CYPHER 25
MATCH (found:Episode {tenant: $tenant, id: $id})
MATCH (s:Space {key: found.space})
// Whatever waits behind a job that has failed need not wait for it any longer.
SET s.locked = true, s.dueAt = coalesce(s.dueAt, datetime.realtime('Z'))
WITH s
// Looked for again: another one may have erased it while this one waited for the lock.
MATCH (e:Episode {tenant: $tenant, id: $id})
OPTIONAL MATCH (before:Episode)-[:NEXT]->(e)
OPTIONAL MATCH (e)-[:NEXT]->(after:Episode)
OPTIONAL MATCH (e)-[:IN]->(session:Session)
CALL (e) {
  // What was found in it and not taken is told in its words; it was context for those who came after it.
  MATCH (e)-[:NEXT]->{0,10}(:Episode)<-[:INGESTS]-(:Job)-[:READ_WITH]->{0,1}(j:Job)
  REMOVE j.droppedTexts, j.droppedReasons, j.droppedMore
}
CALL (s) {
  MATCH (j:Reread {space: s.key})
  REMOVE j.droppedTexts, j.droppedReasons, j.droppedMore
}
CALL (s, e) {
  MATCH (k:IdempotencyKey {space: s.key})
  WHERE k.type = 'Outcomes' AND k.answer CONTAINS e.id
  SET k.answer = ''
}
FOREACH (newest IN CASE WHEN after IS NULL AND before IS NOT NULL THEN [before] ELSE [] END |
  MERGE (session)-[:LAST]->(newest))
FOREACH (earlier IN CASE WHEN before IS NULL THEN [] ELSE [before] END |
  FOREACH (later IN CASE WHEN after IS NULL THEN [] ELSE [after] END | CREATE (earlier)-[:NEXT]->(later)))
WITH e, CASE WHEN before IS NULL AND after IS NULL AND session IS NOT NULL THEN [session] ELSE [] END AS sessions,
  COLLECT { MATCH (p:Passage)-[:OF]->(e) RETURN p } AS passages,
  COLLECT { MATCH (j:Job)-[:INGESTS]->(e) WHERE COUNT { (j)-[:INGESTS]->() } = 1 RETURN j } AS jobs
WITH e, sessions, passages, jobs, size(passages) AS passageCount, size(jobs) AS jobCount, size(sessions) AS sessionCount
FOREACH (p IN passages | DETACH DELETE p)
FOREACH (j IN jobs | DETACH DELETE j)
FOREACH (session IN sessions | DETACH DELETE session)
DETACH DELETE e
RETURN passageCount AS passages, jobCount AS jobs, sessionCount AS sessions
