// Episodes of a session, the latest first.
//   $space  whose memory     $sessionId  which     $agentId  or null     $owners  whose, '' is everybody's     $from, $to  when it was said
//   $beforeTime, $beforeId  the last one seen, or the end of time     $limit  how many
// Returns episode.
// Ordered by the whole of its index, else all of it would be read and sorted for one page.
CYPHER 25
MATCH (e:Episode)
USING INDEX SEEK e:Episode(space, sessionId, occurredAt, id)
WHERE e.space = $space AND e.sessionId = $sessionId
  AND e.occurredAt >= $from AND e.occurredAt < $to AND e.occurredAt <= $beforeTime
  AND NOT (e.occurredAt = $beforeTime AND e.id >= $beforeId)
  AND e.id IS NOT NULL
  AND ($agentId IS NULL OR e.agentId = $agentId)
  AND coalesce(e.owner, '') IN $owners
RETURN e AS episode
ORDER BY e.space DESC, e.sessionId DESC, e.occurredAt DESC, e.id DESC
LIMIT $limit
