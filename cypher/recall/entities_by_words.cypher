// Entities whose names have some words, the best first.
//   $space  whose memory     $words  a full-text query     $type  which, null for all     $owners  who says so, '' is everybody     $limit  how many
// Returns entity, aliases, mergedInto (null).
CYPHER 25
CALL db.index.fulltext.queryNodes('name_words', $words, {limit: 1000}) YIELD node, score
WHERE node.space = $space
MATCH (node)-[names:NAMES]->(:Entity)-[:MERGED_INTO*0..]->(e:Entity)
WHERE coalesce(names.owner, '') IN $owners AND NOT EXISTS { (e)-[:MERGED_INTO]->() }
  AND ($type IS NULL OR e.type = $type OR e.type IS NULL AND EXISTS {
    MATCH (e)<-[:MERGED_INTO*0..]-(:Entity)<-[named:NAMES]-(:Name) WHERE named.owner IN $owners AND named.type = $type })
WITH e, max(score) AS score
ORDER BY score DESC, e.id DESC
LIMIT $limit
CALL (e) {
  MATCH path = (e)<-[:MERGED_INTO*0..]-(:Entity)<-[named:NAMES]-(:Name)
  WHERE coalesce(named.owner, '') IN $owners
  WITH named
  ORDER BY coalesce(named.owner, ''), length(path), named.recordedFrom, coalesce(named.owner, '') = '' AND named.name <> e.name, named.name
  RETURN collect(named) AS names
}
RETURN e {.id, recordedFrom: names[0].recordedFrom,
    name: CASE WHEN e.nameSlot IS NULL THEN names[0].name ELSE e.name END,
    type: coalesce(e.type, head([named IN names WHERE named.type IS NOT NULL | named.type])),
    externalId: coalesce(e.externalId, head([named IN names WHERE named.externalId IS NOT NULL | named.externalId]))} AS entity,
  COLLECT { UNWIND names AS named RETURN DISTINCT named.name ORDER BY named.name } AS aliases,
  null AS mergedInto
