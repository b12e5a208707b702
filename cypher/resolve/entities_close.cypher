// Entities whose names mean much the same as others. An entity that turned out to be another one is answered as that.
//   $space  whose memory     $names  [{key, vector}]     $limit  how many names for each
// Returns key (the name), score (of cosine, -1 to 1), id, name, type, externalId; parts: itself and what was merged into it, each with id, externalId and names: {name, key, owner (who alone may know it), type and externalId (if only the owner tells them)}.
CYPHER 25
UNWIND $names AS asked
CALL (asked) {
  MATCH (n:Name)
  SEARCH n IN (
    VECTOR INDEX name_meaning
    FOR asked.vector
    WHERE n.space = $space
    LIMIT $limit
  ) SCORE AS score
  RETURN n, 2 * score - 1 AS score
}
MATCH (n)-[:NAMES]->(e:Entity)-[:MERGED_INTO*0..]->(top:Entity)
WHERE NOT EXISTS { (top)-[:MERGED_INTO]->() }
WITH asked.key AS key, top, max(score) AS score
RETURN key, score, top.id AS id, coalesce(top.nameAtFirst, top.name) AS name, top.type AS type, top.externalId AS externalId,
  COLLECT {
    MATCH path = (top)<-[:MERGED_INTO*0..]-(part:Entity)
    RETURN part {.id, .externalId, names: COLLECT {
      MATCH (part)<-[named:NAMES]-(n:Name)
      RETURN named {.name, .type, .externalId, key: n.key, owner: coalesce(named.owner, '')}
      ORDER BY named.name <> coalesce(part.nameAtFirst, part.name), named.recordedFrom
    }}
    ORDER BY length(path), part.id
  } AS parts
ORDER BY key, score DESC, id
