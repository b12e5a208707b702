// Takes back that an entity is another one. What was believed before stays known.
//   $space  whose memory     $now  the moment of recording     $id  the decision     $gone  the entity
CYPHER 25
MATCH (d:Decision {space: $space, id: $id})
SET d.undoneAt = $now
WITH d
MATCH (gone:Entity {space: $space, id: $gone})-[merged:MERGED_INTO {decision: $id}]->(kept:Entity)
CREATE (gone)-[:WAS_MERGED_INTO {decision: $id, recordedFrom: merged.recordedFrom, recordedTo: $now}]->(kept)
DELETE merged
