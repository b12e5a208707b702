// Takes facts out of a generation that nobody has seen yet, in all versions, with the relationships that show them.
//   $space  of which generation     $facts  ids     $slots  all of these, too, whose statements are there: a fact may have been elsewhere before
CYPHER 25
CALL () {
  UNWIND $facts AS id
  RETURN id
  UNION
  UNWIND $slots AS slot
  MATCH (any:Fact {space: $space, slot: slot})
  USING INDEX SEEK any:Fact(space, slot, recordedTo)
  WHERE any.recordedTo IS NOT NULL
  WITH DISTINCT any.id AS id
  MATCH (last:Fact {space: $space, id: id})
  USING INDEX SEEK last:Fact(space, id, version)
  WHERE last.version IS NOT NULL AND NOT EXISTS { (:Fact)-[:REVISES]->(last) }
  WITH id, head(COLLECT {
    MATCH (last)-[:REVISES*0..]->(:Fact)<-[r:SUPPORTS]-(s:Statement) WHERE r.recordedTo = last.recordedTo
    RETURN [s.slot, s.mirror] ORDER BY s.observedAt, s.position, s.hash, s.id LIMIT 1
  }) AS homes
  WHERE homes IS NULL OR any(slot IN homes WHERE slot IN $slots)
  RETURN id
}
MATCH (f:Fact {space: $space, id: id})
USING INDEX SEEK f:Fact(space, id, version)
WHERE f.version IS NOT NULL
CALL (f) {
  MATCH (:Entity {space: $space, id: f.subject})-[r]->(:Entity {space: $space, id: f.object})
  WHERE r.fact = f.id
  DELETE r
}
DETACH DELETE f
