// Takes back that an entity is two: the second one turns out to be the first.
//   $space  whose memory     $now  the moment of recording     $id  the decision     $gone  the second one     $kept  the first one
CYPHER 25
MATCH (d:Decision {space: $space, id: $id})
SET d.undoneAt = $now
WITH d
MATCH (gone:Entity {space: $space, id: $gone})
MATCH (kept:Entity {space: $space, id: $kept})
CREATE (gone)-[:MERGED_INTO {decision: $id, recordedFrom: $now}]->(kept)
