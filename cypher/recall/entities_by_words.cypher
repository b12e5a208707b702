// Entities whose names have some words, the best first.
//   $space  whose memory     $words  a full-text query     $type  which, null for all     $owners  who says so, '' is everybody     $limit  how many
// Returns entity, aliases, mergedInto (null).
CYPHER 25
CALL db.index.fulltext.queryNodes('name_words', $words, {limit: 1000}) YIELD node, score
WHERE node.space = $space
MATCH (node)-[:NAMES]->(:Entity)-[:MERGED_INTO*0..]->(e:Entity)
WHERE ($type IS NULL OR e.type = $type) AND NOT EXISTS { (e)-[:MERGED_INTO]->() }
  AND (EXISTS { MATCH (s:Statement {space: $space, subject: e.id}) WHERE s.owner IN $owners }
    OR EXISTS { MATCH (s:Statement {space: $space, object: e.id}) WHERE s.owner IN $owners }
    OR NOT EXISTS { MATCH (s:Statement {space: $space, subject: e.id}) }
      AND NOT EXISTS { MATCH (s:Statement {space: $space, object: e.id}) })
WITH e, max(score) AS score
ORDER BY score DESC, e.id DESC
LIMIT $limit
RETURN e {.*} AS entity,
  COLLECT { MATCH (e)<-[:MERGED_INTO*0..]-(:Entity)<-[named:NAMES]-(n:Name) RETURN DISTINCT named.name ORDER BY named.name } AS aliases,
  null AS mergedInto
