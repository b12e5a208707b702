// Statements in the order in which they were recorded.
//   $space  whose memory     $after, $afterId  when the last one of the page before was recorded, and its id
//   $until  the last moment that counts     $read  whether also those that were read out of episodes     $limit  how many
// Returns statement.
CYPHER 25
MATCH (s:Statement {space: $space})
USING INDEX SEEK s:Statement(space, recordedAt)
WHERE s.recordedAt >= $after AND s.recordedAt <= $until AND (s.recordedAt > $after OR s.id > $afterId)
  AND ($read OR s.read IS NULL)
RETURN s {.*, embedding: null} AS statement
ORDER BY s.space, s.recordedAt, s.id
LIMIT $limit
