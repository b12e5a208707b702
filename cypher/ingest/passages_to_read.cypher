// The next passages of a job that nobody has read yet nor failed to, and of those that wait right behind it with more of the same session, in
// the order in which they were said. None, if those of the job itself are all read.
//   $tenant, $space  whose memory     $job  whose work     $behind  how many jobs to look at behind it     $limit  how many passages
// Returns passages of an episode (id, position, start, end, text), and the episode: once, since it may be long.
CYPHER 25
MATCH (first:Job {tenant: $tenant, id: $job})
WHERE EXISTS { MATCH (first)-[:INGESTS]->(:Episode {space: $space})<-[:OF]-(own:Passage) WHERE own.readAt IS NULL AND own.unreadable IS NULL }
CALL (first) {
  MATCH (next:Job {space: $space, status: 'ACCEPTED'})
  WHERE next.acceptedAt > first.acceptedAt
  WITH next ORDER BY next.space, next.status, next.acceptedAt LIMIT toInteger($behind)
  RETURN collect(next) AS behind
}
WITH [first] + [next IN behind WHERE NOT EXISTS {
  MATCH (between:Job {space: $space})
  WHERE between.status IN ['RUNNING', 'RETRYING', 'FAILED', 'DONE']
    AND between.acceptedAt > first.acceptedAt AND between.acceptedAt < next.acceptedAt
}] AS line
WITH line, [job IN line | head(COLLECT { MATCH (job)-[:INGESTS]->(e:Episode {space: $space}) RETURN e.sessionId LIMIT 1 })] AS sessions
UNWIND [place IN range(0, size(line) - 1) WHERE all(i IN range(1, place) WHERE sessions[i] = sessions[0])] AS place
WITH place, line[place] AS job
MATCH (job)-[:INGESTS]->(e:Episode {space: $space})<-[:OF]-(p:Passage)
WHERE p.readAt IS NULL AND p.unreadable IS NULL
WITH place, e, p ORDER BY place, e.position, p.position LIMIT $limit
WITH place, e, collect(p {.id, .position, .start, .end, .text}) AS passages
RETURN passages, e {.id, .position, .kind, .role, .name, .content, .occurredAt, .offset, .sessionId, .agentId} AS episode
ORDER BY place, e.position
