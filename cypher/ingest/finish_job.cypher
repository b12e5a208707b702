// Ends an attempt at a job and hands the space on: to its next job, or to this one again after a while. Whatever vectors it
// has made are there by now, so that who counts them finds them. A job of which a part was left unread has failed in the end.
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
CALL (j) {
  MATCH (j)-[:INGESTS]->(e:Episode)
  OPTIONAL MATCH (e)<-[:OF]-(p:Passage)
  RETURN count(DISTINCT e) AS episodes, count(p) AS passages, collect(p.unreadable) AS unreadable
}
SET j.status = CASE WHEN $status = 'DONE' AND size(unreadable) > 0 THEN 'FAILED' ELSE $status END,
  j.error = CASE WHEN $status = 'DONE' AND size(unreadable) > 0
    THEN toString(size(unreadable)) + ' of its ' + toString(passages) + ' passages cannot be read, the others are: ' + unreadable[0] ELSE $error END,
  j.statements = coalesce($statements, COUNT { (j)-[:FOUND]->() }), j.episodes = episodes, j.passages = coalesce(j.passagesRead, passages)
REMOVE j.held
FOREACH (final IN CASE WHEN $status IN ['DONE', 'FAILED'] THEN [j] ELSE [] END |
  SET final.finishedAt = datetime.truncate('microsecond', datetime.realtime('Z')))
RETURN j.status AS status
