// Copies facts in all their versions into a new generation.
//   $space  from which generation     $to  into which     $facts  ids
CYPHER 25
UNWIND $facts AS id
MATCH (f:Fact {space: $space, id: id})
USING INDEX SEEK f:Fact(space, id, version)
WHERE f.version IS NOT NULL
MATCH (subject:Entity {space: $to, id: f.subject})
CREATE (copy:Fact)-[:SUBJECT]->(subject)
SET copy = f {.*, space: $to, live: CASE WHEN f.live IS NULL THEN null ELSE 'live' + $to END}
WITH f, copy
CALL (f, copy) {
  MATCH (object:Entity {space: $to, id: f.object})
  CREATE (copy)-[:OBJECT]->(object)
}
CALL (f, copy) {
  MATCH (s:Statement)-[r:SUPPORTS|ENDS|DROPS]->(f)
  MATCH (same:Statement {space: $to, id: s.id})
  CREATE (same)-[copied:$(type(r))]->(copy)
  SET copied = properties(r)
}
CALL (f) {
  MATCH (:Entity {space: $space, id: f.subject})-[r]->(:Entity {space: $space, id: f.object})
  WHERE r.fact = f.id AND f.live IS NOT NULL
  MATCH (subject:Entity {space: $to, id: f.subject})
  MATCH (object:Entity {space: $to, id: f.object})
  CREATE (subject)-[copied:$(type(r))]->(object)
  SET copied = properties(r)
}
