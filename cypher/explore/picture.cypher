// A picture of the latest part of a space: its episodes with their sessions, passages and jobs, to drag about.
// Nicer with the style sheet: :style http://localhost:8080/browser/explore/loci.grass
//   $tenant, $name  whose memory     $limit  how many episodes
// Returns s, kept, path, to be seen as a graph.     Try it: :param {tenant: 'default', name: 'demo', limit: 25}
CYPHER 25
MATCH (s:Space {tenant: $tenant, name: $name})
OPTIONAL MATCH kept = (s)-[:HAS_GENERATION]->(:Generation)
CALL (s) {
  MATCH (e:Episode)
  WHERE e.space = s.key AND e.occurredAt > datetime('0001-01-01T00:00:00Z') AND e.id > ''
  RETURN e ORDER BY e.occurredAt DESC, e.id DESC LIMIT toInteger($limit)
}
MATCH path = (e)-[:IN|NEXT|OF|INGESTS]-()
RETURN s, kept, path
