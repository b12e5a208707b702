// Passages of a job that lack a vector: their own, or that of them together with what was said right before.
//   $tenant, $space  whose memory     $job  whose work     $limit  how many
// Returns id, heading, text, before (id, heading, text; null if there is none).
CYPHER 25
MATCH (:Job {tenant: $tenant, id: $job})-[:INGESTS]->(:Episode {space: $space})<-[:OF]-(p:Passage)
WHERE p.embedding IS NULL OR p.contextEmbedding IS NULL
RETURN p.id AS id, p.heading AS heading, p.text AS text,
  head(COLLECT { MATCH (p)-[:FOLLOWS]->(q:Passage) RETURN q {.id, .heading, .text} }) AS before
LIMIT $limit
