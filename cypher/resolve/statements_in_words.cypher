// What was claimed in an episode with a predicate.
//   $tenant, $space  whose memory     $episode  which     $predicate  as it is shown
// Returns type: as what the ontology knows it.
CYPHER 25
MATCH (s:Statement {tenant: $tenant, episodeId: $episode})
WHERE s.space = $space AND s.predicate = $predicate
RETURN s.type AS type
