// Brings the typed relationships to what is believed now: one for each fact between two entities.
//   $space  whose memory     $gone  [{fact, type, subject, object}]
// One that could not have its own type once is RELATED_TO.
//   $kept, $new  those that are there and those that are not, [{fact, type, subject, object, predicate, owner, validFrom, validTo}]
CYPHER 25
CALL () {
  UNWIND $gone AS old
  MATCH (:Entity {space: $space, id: old.subject})-[r:$any(['RELATED_TO', old.type])]->(:Entity {space: $space, id: old.object})
  WHERE r.fact = old.fact
  DELETE r
}
CALL () {
  UNWIND $kept AS edge
  MATCH (:Entity {space: $space, id: edge.subject})-[r:$any(['RELATED_TO', edge.type])]->(:Entity {space: $space, id: edge.object})
  WHERE r.fact = edge.fact
  SET r.predicate = edge.predicate, r.owner = edge.owner, r.validFrom = edge.validFrom, r.validTo = edge.validTo
}
UNWIND $new AS edge
MATCH (subject:Entity {space: $space, id: edge.subject})
MATCH (object:Entity {space: $space, id: edge.object})
CREATE (subject)-[r:$(edge.type) {fact: edge.fact}]->(object)
SET r.predicate = edge.predicate, r.owner = edge.owner, r.validFrom = edge.validFrom, r.validTo = edge.validTo
