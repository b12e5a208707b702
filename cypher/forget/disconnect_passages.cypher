// Takes the passages of an episode out of what those around them know of them; those become each other's neighbours.
//   $tenant  whose     $id  which episode
CYPHER 25
MATCH (found:Episode {tenant: $tenant, id: $id})
MATCH (s:Space {key: found.space})
SET s.locked = true
WITH s
MATCH (:Episode {tenant: $tenant, id: $id})<-[:OF]-(p:Passage)
WITH collect(p) AS gone
WITH gone,
  COLLECT { UNWIND gone AS p MATCH (p)-[:FOLLOWS]-{1,2}(n:Passage) WHERE NOT n IN gone RETURN DISTINCT n } AS near,
  head(COLLECT { UNWIND gone AS p MATCH (p)-[:FOLLOWS]->(n:Passage) WHERE NOT n IN gone RETURN n }) AS before,
  head(COLLECT { UNWIND gone AS p MATCH (p)<-[:FOLLOWS]-(n:Passage) WHERE NOT n IN gone RETURN n }) AS after
CALL (gone) {
  UNWIND gone AS p
  MATCH (p)-[follows:FOLLOWS]-()
  DELETE follows
}
// What it meant after what is gone now, it means by itself.
FOREACH (next IN CASE WHEN after IS NULL THEN [] ELSE [after] END |
  SET next.contextEmbedding = next.embedding
  FOREACH (last IN CASE WHEN before IS NULL THEN [] ELSE [before] END | CREATE (next)-[:FOLLOWS]->(last)))
WITH near
UNWIND near AS p
WITH p, coalesce(p.heading + ': ', '') + p.text AS own,
  COLLECT { MATCH way = (p)-[:FOLLOWS]->{1,2}(q:Passage) RETURN right(coalesce(q.heading + ': ', '') + q.text, 400) ORDER BY length(way) DESC } AS earlier,
  COLLECT { MATCH way = (p)<-[:FOLLOWS]-{1,2}(q:Passage) RETURN left(coalesce(q.heading + ': ', '') + q.text, 400) ORDER BY length(way) } AS later
SET p.before = reduce(text = '', said IN earlier | text + said + '\n') + own,
  p.around = reduce(text = '', said IN earlier | text + said + '\n') + own + reduce(text = '', said IN later | text + '\n' + said)
