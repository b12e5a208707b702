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
RETURN e.id AS id, e.name AS name, e.type AS type, e.externalId AS externalId, e.recordedFrom AS recordedFrom,
  COLLECT { MATCH (e)<-[:MERGED_INTO*0..]-(:Entity)<-[named:NAMES]-(:Name)
    WHERE coalesce(named.owner, '') = '' RETURN DISTINCT named.name ORDER BY named.name LIMIT 5 } AS aliases
