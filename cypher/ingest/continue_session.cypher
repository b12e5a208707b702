// Appends episodes to their session: who said what after what.
//   $tenant, $space  whose memory     $session  the caller's name for it     $episodes  ids, in order
CYPHER 25
UNWIND range(0, size($episodes) - 1) AS position
MATCH (e:Episode {tenant: $tenant, id: $episodes[position]})
WITH e ORDER BY position
WITH collect(e) AS said
MERGE (session:Session {space: $space, id: $session})
WITH session, said
OPTIONAL MATCH (session)-[newest:LAST]->(before:Episode)
DELETE newest
WITH session, said, CASE WHEN before IS NULL THEN said ELSE [before] + said END AS chain
FOREACH (i IN range(0, size(chain) - 2) |
  FOREACH (earlier IN [chain[i]] | FOREACH (later IN [chain[i + 1]] | CREATE (earlier)-[:NEXT]->(later))))
FOREACH (e IN said | CREATE (e)-[:IN]->(session))
FOREACH (last IN said[-1..] | CREATE (session)-[:LAST]->(last))
