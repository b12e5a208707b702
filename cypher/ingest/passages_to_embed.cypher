// Passages of a job that have no vector yet.
//   $tenant, $space  whose memory     $job  whose work     $limit  how many
// Returns id, heading, text.
CYPHER 25
MATCH (:Job {tenant: $tenant, id: $job})-[:INGESTS]->(:Episode {space: $space})<-[:OF]-(p:Passage)
WHERE p.embedding IS NULL
RETURN p.id AS id, p.heading AS heading, p.text AS text
LIMIT $limit
