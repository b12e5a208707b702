// Gives a leased space back at once, as a worker does that is told to stop; whatever it still sends comes too late.
//   $space  whose memory     $fence  the worker's
CYPHER 25
MATCH (s:Space {key: $space})
SET s.locked = true
WITH s
WHERE s.fence = $fence
SET s.dueAt = datetime.realtime('Z'), s.fence = s.fence + 1
