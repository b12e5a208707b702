// Facts that statements support or have supported, as they were last.
//   $space  whose memory     $to  into which generation they go     $statements  ids
// Returns fact, with the statements that support and end it; believed: whether it still is; oldest: the first of its statements.
// Only statements count that are in the other generation, too.
CYPHER 25
UNWIND $statements AS id
MATCH (:Statement {space: $space, id: id})-[:SUPPORTS]->(any:Fact)
WITH DISTINCT any.id AS id
MATCH (f:Fact {space: $space, id: id})
USING INDEX SEEK f:Fact(space, id, version)
WHERE f.version IS NOT NULL AND NOT EXISTS { (:Fact)-[:REVISES]->(f) }
RETURN f {.*, embedding: null,
    supports: COLLECT {
      MATCH (f)-[:REVISES*0..]->(:Fact)<-[r:SUPPORTS]-(s:Statement) WHERE r.recordedTo = f.recordedTo AND EXISTS { (:Statement {space: $to, id: s.id}) }
      RETURN s.id
    },
    ends: COLLECT {
      MATCH (f)-[:REVISES*0..]->(:Fact)<-[r:ENDS]-(s:Statement) WHERE r.recordedTo = f.recordedTo AND EXISTS { (:Statement {space: $to, id: s.id}) }
      RETURN s.id
    }} AS fact,
  f.recordedTo = datetime('9999-12-31T23:59:59.999999Z') AS believed,
  head(COLLECT {
    MATCH (f)-[:REVISES*0..]->(:Fact)<-[r:SUPPORTS]-(s:Statement)
    WHERE r.recordedTo = f.recordedTo AND EXISTS { (:Statement {space: $to, id: s.id}) }
    RETURN s.id ORDER BY s.observedAt, s.position, s.hash, s.id LIMIT 1
  }) AS oldest
