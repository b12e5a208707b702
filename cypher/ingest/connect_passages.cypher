// Connects new passages with those before them, in a session or else in their request, and tells them and those right before them
// what was said around them: as much of each neighbour as is close.
//   $space  whose memory     $session  the caller's name for it, or null     $passages  ids, in order
//   $contexts  for each of them the passage after which it was embedded, or null: if another one comes before it, that is undone
CYPHER 25
CALL () {
  MATCH (:Session {space: $space, id: $session})-[:LAST]->(:Episode)<-[:OF]-(q:Passage)
  RETURN q ORDER BY q.position DESC LIMIT 1
  UNION
  WITH null AS q WHERE $session IS NULL OR NOT EXISTS { MATCH (:Session {space: $space, id: $session})-[:LAST]->() }
  RETURN q
}
WITH q AS last
MATCH (first:Passage {space: $space, id: $passages[0]})
FOREACH (before IN CASE WHEN last IS NULL THEN [] ELSE [last] END | CREATE (first)-[:FOLLOWS]->(before))
WITH first
CALL () {
  UNWIND range(1, size($passages) - 1) AS i
  MATCH (one:Passage {space: $space, id: $passages[i - 1]})
  MATCH (other:Passage {space: $space, id: $passages[i]})
  CREATE (other)-[:FOLLOWS]->(one)
}
WITH DISTINCT 1 AS connected
CALL () {
  UNWIND range(0, size($passages) - 1) AS i
  MATCH (p:Passage {space: $space, id: $passages[i]})
  WITH p, i
  WHERE coalesce(head(COLLECT { MATCH (p)-[:FOLLOWS]->(q:Passage) RETURN q.id }), '') <> coalesce($contexts[i], '')
  REMOVE p.contextEmbedding
}
UNWIND $passages AS id
MATCH (:Passage {space: $space, id: id})-[:FOLLOWS]->{0,2}(p:Passage)
WITH DISTINCT p
WITH p, coalesce(p.heading + ': ', '') + p.text AS own,
  COLLECT { MATCH way = (p)-[:FOLLOWS]->{1,2}(q:Passage) RETURN right(coalesce(q.heading + ': ', '') + q.text, 400) ORDER BY length(way) DESC } AS earlier,
  COLLECT { MATCH way = (p)<-[:FOLLOWS]-{1,2}(q:Passage) RETURN left(coalesce(q.heading + ': ', '') + q.text, 400) ORDER BY length(way) } AS later
SET p.before = reduce(text = '', said IN earlier | text + said + '\n') + own,
  p.around = reduce(text = '', said IN earlier | text + said + '\n') + own + reduce(text = '', said IN later | text + '\n' + said)
