// Why do we believe it: a fact, the statements behind it and the episodes in which they were made, as a graph.
//   $tenant, $name  whose memory     $who  a name, in small letters     $predicate  which facts
// Returns fact, earlier (its versions back to the one that a statement supports or ends, with that and its episode), about, entity.
// Try it: :param {tenant: 'default', name: 'demo', who: 'alice', predicate: 'LIVES_IN'}
CYPHER 25
MATCH (s:Space {tenant: $tenant, name: $name})
MATCH (n:Name {space: coalesce(s.generation, s.key), key: $who})
USING INDEX SEEK n:Name(space, key)
MATCH (n)-[:NAMES]->(:Entity)-[:MERGED_INTO*0..]->(e:Entity)
WITH DISTINCT e
CALL (e) {
  MATCH (f:Fact {space: e.space, subject: e.id, recordedTo: datetime('9999-12-31T23:59:59.999999Z')})
  USING INDEX SEEK f:Fact(space, subject, recordedTo)
  RETURN f
  UNION
  // Who is married to somebody is so whichever of the two is the subject.
  MATCH (f:Fact {space: e.space, mutual: e.id})
  USING INDEX SEEK f:Fact(space, mutual, id)
  WHERE f.id > '' AND f.recordedTo = datetime('9999-12-31T23:59:59.999999Z')
  RETURN f
}
WITH f
WHERE f.predicate = $predicate
MATCH earlier = (f)-[:REVISES*0..]->(:Fact)<-[evidence:SUPPORTS|ENDS]-(claim:Statement)-[said:SAID_IN]->(source:Episode)
WHERE evidence.recordedTo = f.recordedTo
MATCH (f)-[about:SUBJECT|OBJECT]->(entity:Entity)
RETURN f AS fact, earlier, about, entity
LIMIT 100
