// The next passages of a space to read anew, those of one job at most, in the order in which they were accepted. What waits
// for its job is left to that.
//   $space  whose memory     $generation  the one that is being built: it knows how far it has come     $limit  how many
// Returns passages of an episode (id, position, start, end, text), and the episode: once, since it may be long.
CYPHER 25
MATCH (g:Generation {space: $generation})
WITH coalesce(g.readAt, datetime('0001-01-01T00:00:00Z')) AS after, coalesce(g.readEpisode, -1) AS episode,
  coalesce(g.readPassage, -1) AS passage
CALL (after, episode, passage) {
  UNWIND ['RUNNING', 'RETRYING', 'DONE', 'FAILED'] AS status
  CALL (after, episode, passage, status) {
    MATCH (j:Job {space: $space, status: status})
    WHERE j.acceptedAt >= after AND j.kind = 'INGEST' AND EXISTS {
      MATCH (j)-[:INGESTS]->(e:Episode)<-[:OF]-(p:Passage)
      WHERE (status = 'DONE' OR p.readAt IS NOT NULL)
        AND (j.acceptedAt > after OR e.position > episode OR e.position = episode AND p.position > passage)
    }
    RETURN j ORDER BY j.space, j.status, j.acceptedAt LIMIT 1
  }
  RETURN j ORDER BY j.acceptedAt LIMIT 1
}
MATCH (j)-[:INGESTS]->(e:Episode {space: $space})<-[:OF]-(p:Passage)
WHERE (j.status = 'DONE' OR p.readAt IS NOT NULL)
  AND (j.acceptedAt > after OR e.position > episode OR e.position = episode AND p.position > passage)
WITH e, p ORDER BY e.position, p.position LIMIT $limit
WITH e, collect(p {.id, .position, .start, .end, .text}) AS passages
RETURN passages, e {.id, .position, .kind, .role, .name, .content, .occurredAt, .offset, .sessionId, .agentId} AS episode
ORDER BY e.position
