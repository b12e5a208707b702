// Vector search by hand: the passages nearest to the latest one that has these words. Scans for that one.
//   $tenant, $name  whose memory     $text  any words that stand in the passage to start from
// Returns score, from, passage, episode (its id).
// Try it: :param {tenant: 'default', name: 'demo', text: 'Berlin'}
CYPHER 25
MATCH (s:Space {tenant: $tenant, name: $name})
CALL (s) {
  MATCH (here:Passage)
  WHERE here.space = s.key AND here.text CONTAINS $text AND here.embedding IS NOT NULL
  RETURN here ORDER BY here.occurredAt DESC, here.id LIMIT 1
}
MATCH (p:Passage)
SEARCH p IN (
  VECTOR INDEX passage_meaning FOR here.embedding
  WHERE p.space = s.key
  LIMIT 20
) SCORE AS score
MATCH (p)-[:OF]->(e:Episode)
RETURN score, here.text AS from, p.text AS passage, e.id AS episode
ORDER BY score DESC
