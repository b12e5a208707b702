// Which episode a passage belongs to, and what stands before and after it there: what a hit was cut from.
// Scans all passages.
//   $tenant, $name  whose memory     $text  any words that stand in the passage, as they stand there
// Returns passage, whole (the episode's content), before, after (its neighbours in the conversation), session.
// Try it: :param {tenant: 'default', name: 'demo', text: 'Berlin'}
CYPHER 25
MATCH (s:Space {tenant: $tenant, name: $name})
MATCH (p:Passage)
WHERE p.space = s.key AND p.text CONTAINS $text
MATCH (p)-[:OF]->(e:Episode)
OPTIONAL MATCH (before:Episode)-[:NEXT]->(e)
OPTIONAL MATCH (e)-[:NEXT]->(after:Episode)
RETURN p.text AS passage, e.content AS whole, before.content AS before, after.content AS after, e.sessionId AS session
ORDER BY e.occurredAt DESC, p.id
LIMIT 20
