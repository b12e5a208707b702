// Statements by their ids, by the episodes that they were said in, and by the facts that they support or say to be over.
//   $tenant, $space  whose memory     $statements, $episodes, $facts  ids
// Returns asked (the id that found it), statement.
CYPHER 25
CALL () {
  UNWIND $statements AS asked
  MATCH (s:Statement {space: $space, id: asked})
  RETURN asked, s
  UNION
  UNWIND $episodes AS asked
  MATCH (s:Statement {tenant: $tenant, episodeId: asked})
  WHERE s.space = $space
  RETURN asked, s
  UNION
  UNWIND $facts AS asked
  MATCH (f:Fact {space: $space, id: asked, recordedTo: datetime('9999-12-31T23:59:59.999999Z')})
  MATCH (f)-[:REVISES*0..]->(:Fact)<-[r:SUPPORTS|ENDS]-(s:Statement)
  WHERE r.recordedTo = f.recordedTo AND (type(r) = 'SUPPORTS' OR s.polarity = 'END')
  RETURN asked, s
}
RETURN DISTINCT asked, s {.*, embedding: null} AS statement
