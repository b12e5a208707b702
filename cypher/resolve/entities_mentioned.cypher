// Entities that a text may mean: those that have words of it in names that everybody may know, the best first.
//   $space  whose memory     $words  a full-text query     $limit  how many
// Returns id, name, type, externalId, aliases, recordedFrom.
CYPHER 25
CALL db.index.fulltext.queryNodes('name_words', $words, {limit: 200}) YIELD node, score
WHERE node.space = $space
MATCH (node)-[names:NAMES]->(:Entity)-[:MERGED_INTO*0..]->(e:Entity)
WHERE coalesce(names.owner, '') = '' AND NOT EXISTS { (e)-[:MERGED_INTO]->() }
WITH e, max(score) AS score
ORDER BY score DESC, e.id
LIMIT $limit
CALL (e) {
  MATCH path = (e)<-[:MERGED_INTO*0..]-(:Entity)<-[named:NAMES]-(:Name)
  WHERE coalesce(named.owner, '') = ''
  WITH named ORDER BY length(path), named.name <> e.name, named.recordedFrom
  RETURN collect(DISTINCT named.name) AS names
}
RETURN e.id AS id, CASE WHEN e.nameSlot IS NULL THEN names[0] ELSE e.name END AS name, e.type AS type,
  e.externalId AS externalId, e.recordedFrom AS recordedFrom, names[..5] AS aliases
ORDER BY score DESC, id
