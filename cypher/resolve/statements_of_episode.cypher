// What was claimed in an episode, in the generation that is believed.
//   $tenant, $space  whose memory     $episode  which
// Returns id, slots (two for what joins two people), paired.
CYPHER 25
MATCH (s:Statement {tenant: $tenant, episodeId: $episode})
WHERE s.space = $space
RETURN s.id AS id, [slot IN [s.slot, s.mirror] WHERE slot IS NOT NULL] AS slots, coalesce(s.paired, false) AS paired
