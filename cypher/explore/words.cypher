// Full text by hand: what recall's arm of words finds. The space is a word of the query, as it is there.
//   $tenant, $name  whose memory     $words  in Lucene's syntax: dog OR cat, "a phrase", lighthous*, ber~
// Returns score, heading, passage, kind, episode (its id).
// Try it: :param {tenant: 'default', name: 'demo', words: 'moved OR berlin'}
CYPHER 25
MATCH (s:Space {tenant: $tenant, name: $name})
CALL db.index.fulltext.queryNodes('passage_words', '+space:' + s.key + '^0 +(' + $words + ')', {limit: 20})
  YIELD node AS p, score
WHERE p.space = s.key
MATCH (p)-[:OF]->(e:Episode)
RETURN score, p.heading AS heading, p.text AS passage, e.kind AS kind, e.id AS episode
ORDER BY score DESC
