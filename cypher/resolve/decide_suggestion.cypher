// Remembers what was decided.
//   $space  whose memory     $id  which suggestion     $status  what it is now     $now  the moment of recording
CYPHER 25
MATCH (s:Suggestion {space: $space, id: $id})
SET s.status = $status, s.decidedAt = $now
