// Something that waits for a decision, or did.
//   $space  whose memory     $id  which
// Returns kind, status, entities (their ids, the older one first), statement, and the vector of its sentence.
CYPHER 25
MATCH (s:Suggestion {space: $space, id: $id})
RETURN s.kind AS kind, s.status AS status,
  COLLECT { MATCH (s)-[:ABOUT]->(e:Entity) RETURN e.id ORDER BY e.id } AS entities,
  head(COLLECT { MATCH (s)-[:ABOUT]->(about:Statement) RETURN about {.*, embedding: null} }) AS statement,
  head(COLLECT { MATCH (s)-[:ABOUT]->(about:Statement) RETURN about.embedding }) AS vector
