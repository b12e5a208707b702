// Stores entities that are new or of which more is known now, and the names that they go by.
//   $tenant, $space  whose memory     $now  the moment of recording
//   $entities  [{id, name, shared: the name that all may know now, null if there was one, type, externalId}]
//   $names  [{key, name, entity, owner: who alone may know it, type, externalId: if only the owner tells them, vector: of the name}]
CYPHER 25
CALL () {
  UNWIND $entities AS told
  MERGE (e:Entity {space: $space, id: told.id})
    ON CREATE SET e.tenant = $tenant, e.name = told.name, e.recordedFrom = $now
  SET e.typeFrom = CASE WHEN e.type IS NULL AND told.type IS NOT NULL THEN $now ELSE e.typeFrom END,
    e.externalIdFrom = CASE WHEN e.externalId IS NULL AND told.externalId IS NOT NULL THEN $now ELSE e.externalIdFrom END
  SET e.type = told.type, e.externalId = told.externalId, e.name = coalesce(told.shared, e.name)
}
UNWIND $names AS told
MERGE (n:Name {space: $space, key: told.key})
WITH n, told
CALL (n, told) {
  WITH n, told WHERE n.embedding IS NULL
  CALL db.create.setNodeVectorProperty(n, 'embedding', told.vector)
}
MATCH (e:Entity {space: $space, id: told.entity})
MERGE (n)-[names:NAMES {owner: told.owner}]->(e)
  ON CREATE SET names.name = told.name, names.recordedFrom = $now
SET names.typeFrom = CASE WHEN names.type IS NULL AND told.type IS NOT NULL THEN $now ELSE names.typeFrom END,
  names.externalIdFrom = CASE WHEN names.externalId IS NULL AND told.externalId IS NOT NULL THEN $now ELSE names.externalIdFrom END
SET names.type = coalesce(names.type, told.type), names.externalId = coalesce(names.externalId, told.externalId),
  names.space = CASE WHEN told.externalId IS NOT NULL THEN $space ELSE names.space END
