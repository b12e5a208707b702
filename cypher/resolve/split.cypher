// Decides that what was said of an entity means another one, which is new.
//   $tenant, $space  whose memory     $now  the moment of recording
//   $id  the decision     $kept  the entity     $gone, $name, $type, $key  the new one and its name
//   $names  [{owner: who may know it, type: if only the owner tells that}]     $statements  those that mean it     $subjects, $objects  whom each of them meant before, '' where that stays     $reason  why, if that was said
CYPHER 25
MATCH (kept:Entity {space: $space, id: $kept})
CREATE (:Decision {tenant: $tenant, space: $space, id: $id, kind: 'SPLIT', kept: $kept, gone: $gone, at: $now, reason: $reason,
  statements: $statements, subjects: $subjects, objects: $objects})
CREATE (e:Entity {tenant: $tenant, space: $space, id: $gone, name: $name, type: $type, typeFrom: $now, recordedFrom: $now})
MERGE (n:Name {space: $space, key: $key})
WITH n, e
UNWIND $names AS told
CREATE (n)-[:NAMES {name: $name, owner: told.owner, type: told.type, typeFrom: CASE WHEN told.type IS NOT NULL THEN $now END, recordedFrom: $now}]->(e)
