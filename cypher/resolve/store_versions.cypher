// Stores new versions of facts, each with the vector of the statement that speaks for it.
//   $tenant, $space  whose memory     $now  the moment of recording
//   $versions  [{id, version, cause, properties}]
CYPHER 25
UNWIND $versions AS new
MATCH (top:Statement {space: $space, id: new.properties.top})
MATCH (subject:Entity {space: $space, id: new.properties.subject})
CREATE (f:Fact {tenant: $tenant, space: $space, id: new.id, version: new.version, cause: new.cause, live: 'live' + $space,
  recordedFrom: $now, recordedTo: datetime('9999-12-31T23:59:59.999999Z')})-[:SUBJECT]->(subject)
SET f += new.properties
WITH f, new, top
CALL db.create.setNodeVectorProperty(f, 'embedding', top.embedding)
CALL (f, new) {
  MATCH (object:Entity {space: $space, id: new.properties.object})
  CREATE (f)-[:OBJECT]->(object)
}
CALL (f, new) {
  MATCH (before:Fact {space: $space, id: new.id, version: new.version - 1})
  CREATE (f)-[:REVISES]->(before)
}
