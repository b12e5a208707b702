// Decides that an entity is another one.
//   $tenant, $space  whose memory     $now  the moment of recording
//   $id  the decision     $gone  the entity     $kept  which one it is     $reason  why, if that was said
//   $by  the model that decided it, null for a person     $drawnFrom  the statements that it was told
CYPHER 25
MATCH (gone:Entity {space: $space, id: $gone})
MATCH (kept:Entity {space: $space, id: $kept})
CREATE (:Decision {tenant: $tenant, space: $space, id: $id, kind: 'MERGE', kept: $kept, gone: $gone, at: $now, reason: $reason,
  by: $by, drawnFrom: $drawnFrom})
CREATE (gone)-[:MERGED_INTO {decision: $id, recordedFrom: $now}]->(kept)
