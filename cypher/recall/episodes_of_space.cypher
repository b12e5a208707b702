// Episodes of a space, the latest first.
//   $space  whose memory     $agentId  or null     $from, $to  when it was said
//   $beforeTime, $beforeId  the last one seen, or the end of time     $limit  how many
// Returns episode.
CYPHER 25
MATCH (e:Episode)
WHERE e.space = $space AND e.occurredAt >= $from AND e.occurredAt < $to AND e.occurredAt <= $beforeTime
  AND (e.occurredAt < $beforeTime OR e.id < $beforeId)
  AND e.id IS NOT NULL
  AND ($agentId IS NULL OR e.agentId = $agentId)
RETURN e AS episode
ORDER BY e.occurredAt DESC, e.id DESC
LIMIT $limit
