// Entities whose names have some words, the best first.
//   $space  whose memory     $words  a full-text query     $type  which, null for all     $limit  how many
// Returns entity, aliases, mergedInto (null).
CYPHER 25
CALL db.index.fulltext.queryNodes('name_words', $words, {limit: 1000}) YIELD node, score
WHERE node.space = $space
MATCH (node)-[:NAMES]->(:Entity)-[:MERGED_INTO*0..]->(e:Entity)
WHERE ($type IS NULL OR e.type = $type) AND NOT EXISTS { (e)-[:MERGED_INTO]->() }
WITH e, max(score) AS score
ORDER BY score DESC, e.id DESC
LIMIT $limit
RETURN e {.*} AS entity,
  COLLECT { MATCH (e)<-[:MERGED_INTO*0..]-(:Entity)<-[named:NAMES]-(n:Name) RETURN DISTINCT named.name ORDER BY named.name } AS aliases,
  null AS mergedInto
