// What was said in the session before an episode, the oldest first.
//   $tenant  whose     $episode  which     $limit  how much of it
// Returns episode.
CYPHER 25
MATCH (:Episode {tenant: $tenant, id: $episode})<-[:NEXT]-{1,10}(before:Episode)
WITH before ORDER BY before.recordedAt DESC, before.position DESC LIMIT $limit
RETURN before {.id, .position, .kind, .role, .name, .content, .occurredAt, .offset, .sessionId, .agentId} AS episode
ORDER BY before.recordedAt, before.position
