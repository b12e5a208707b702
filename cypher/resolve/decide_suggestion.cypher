// Remembers what was decided.
//   $tenant, $space  whose memory     $id  which suggestion     $status  what it is now     $now  the moment of recording
CYPHER 25
MATCH (s:Suggestion {tenant: $tenant, id: $id})
WHERE s.space = $space
SET s.status = $status, s.decidedAt = $now
