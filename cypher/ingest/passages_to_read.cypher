// The next passages of a job that nobody has read yet, in the order in which they were said.
//   $tenant, $space  whose memory     $job  whose work     $limit  how many
// Returns passage (its id), position, start, end, episode: where it stands, with the number of passages before it.
CYPHER 25
MATCH (:Job {tenant: $tenant, id: $job})-[:INGESTS]->(e:Episode {space: $space})<-[:OF]-(p:Passage)
WHERE p.readAt IS NULL
WITH e, p ORDER BY e.position, p.position LIMIT $limit
RETURN p.id AS passage, p.position AS position, p.start AS start, p.end AS end, e {.id, .position, .kind, .role, .name, .content,
  .occurredAt, .offset, .sessionId, .agentId} AS episode
