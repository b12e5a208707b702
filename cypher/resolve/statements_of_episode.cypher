// What was claimed in an episode, in the generation that is believed.
//   $tenant, $space  whose memory     $episode  which
// Returns id, slot.
CYPHER 25
MATCH (s:Statement {tenant: $tenant, episodeId: $episode})
WHERE s.space = $space
RETURN s.id AS id, s.slot AS slot
