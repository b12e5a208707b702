// Entities that a request may mean: by id, by external id, by name, or by a name that looks like one. An entity that
// turned out to be another one is answered as that.
//   $space  whose memory     $ids, $externalIds, $keys  as they are named     $alike  full-text queries for similar names
// Returns id, name, type, externalId; parts: itself and what was merged into it, each with id, externalId and names: {name, key, owner (who alone may know it), type and externalId (if only the owner tells them)}.
CYPHER 25
CALL () {
  UNWIND $ids AS id
  MATCH (e:Entity {space: $space, id: id})
  RETURN e
  UNION
  UNWIND $externalIds AS externalId
  MATCH (e:Entity {space: $space, externalId: externalId})
  RETURN e
  UNION
  UNWIND $externalIds AS externalId
  MATCH ()-[named:NAMES {space: $space, externalId: externalId}]->(e:Entity)
  USING INDEX SEEK named:NAMES(space, externalId)
  RETURN e
  UNION
  UNWIND $keys AS key
  MATCH (:Name {space: $space, key: key})-[:NAMES]->(e:Entity)
  RETURN e
  UNION
  UNWIND $alike AS words
  CALL db.index.fulltext.queryNodes('name_words', words, {limit: 10}) YIELD node
  WHERE node.space = $space
  MATCH (node)-[:NAMES]->(e:Entity)
  RETURN e
}
MATCH (e)-[:MERGED_INTO*0..]->(top:Entity)
WHERE NOT EXISTS { (top)-[:MERGED_INTO]->() }
WITH DISTINCT top
RETURN top.id AS id, coalesce(top.nameAtFirst, top.name) AS name, top.type AS type, top.externalId AS externalId,
  COLLECT {
    MATCH path = (top)<-[:MERGED_INTO*0..]-(part:Entity)
    RETURN part {.id, .externalId, names: COLLECT {
      MATCH (part)<-[named:NAMES]-(n:Name)
      RETURN named {.name, .type, .externalId, key: n.key, owner: coalesce(named.owner, '')}
      ORDER BY named.name <> coalesce(part.nameAtFirst, part.name), named.recordedFrom
    }}
    ORDER BY length(path), part.id
  } AS parts
ORDER BY id
