// What entities turned out to be: themselves, or what they were merged into.
//   $space  whose memory     $ids  which
// Returns asked (the id), and of what it is id, name, type, externalId; parts: itself and what was merged into it, each with id, externalId and names: {name, key, owner (who alone may know it), type and externalId (if only the owner tells them)}.
// No row for one that there is not.     Try it: :param {space: 'abc1', ids: ['…']}
CYPHER 25
UNWIND $ids AS asked
MATCH (e:Entity {space: $space, id: asked})-[:MERGED_INTO*0..]->(top:Entity)
WHERE NOT EXISTS { (top)-[:MERGED_INTO]->() }
RETURN asked, top.id AS id, coalesce(top.nameAtFirst, top.name) AS name, top.type AS type, top.externalId AS externalId,
  COLLECT {
    MATCH path = (top)<-[:MERGED_INTO*0..]-(part:Entity)
    RETURN part {.id, .externalId, names: COLLECT {
      MATCH (part)<-[named:NAMES]-(n:Name)
      RETURN named {.name, .type, .externalId, key: n.key, owner: coalesce(named.owner, '')}
      ORDER BY named.name <> coalesce(part.nameAtFirst, part.name), named.recordedFrom
    }}
    ORDER BY length(path), part.id
  } AS parts
