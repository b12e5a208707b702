// Ends an attempt at a job and hands the space on: to its next job, or to this one again after a while. Whatever vectors it
// has made are there by now, so that who counts them finds them.
//   $tenant, $space  whose memory     $fence  the worker's     $job  its id     $status  how the attempt ended
//   $error  why it failed     $statements  how many a rebuild has read, or null     $pause  how long to wait with the space
// Returns status, if the worker still had the lease.
CYPHER 25
MATCH (s:Space {key: $space})
SET s.locked = true
WITH s
WHERE s.fence = $fence
SET s.dueAt = datetime.realtime('Z') + $pause, s.embedded = coalesce(s.embedded, 0) + 1
WITH s
MATCH (j:Job {tenant: $tenant, id: $job})
SET j.status = $status, j.error = $error, j.statements = coalesce($statements, COUNT { (j)-[:FOUND]->() })
REMOVE j.held
FOREACH (final IN CASE WHEN $status IN ['DONE', 'FAILED'] THEN [j] ELSE [] END |
  SET final.finishedAt = datetime.truncate('microsecond', datetime.realtime('Z')))
WITH j
CALL (j) {
  MATCH (j)-[:INGESTS]->(e:Episode)
  OPTIONAL MATCH (e)<-[:OF]-(p:Passage)
  RETURN count(DISTINCT e) AS episodes, count(p) AS passages
}
SET j.episodes = episodes, j.passages = coalesce(j.passagesRead, passages)
RETURN j.status AS status
