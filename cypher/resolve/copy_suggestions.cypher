// Copies what waits for a decision, or did, into a new generation. What was decided stays so; what waits does only while
// all that it is about is there.
//   $space  from which generation     $to  into which     $after  the pair of the last one of the page before     $limit  how many
// Returns pair.
CYPHER 25
MATCH (s:Suggestion {space: $space})
WHERE s.pair > $after
WITH s
ORDER BY s.space, s.pair
LIMIT $limit
CALL (s) {
  WITH s
  WHERE s.status <> 'OPEN' OR NOT EXISTS {
    MATCH (s)-[:ABOUT]->(it)
    WHERE NOT EXISTS { (:Entity {space: $to, id: it.id}) } AND NOT EXISTS { (:Statement {space: $to, id: it.id}) }
  }
  MERGE (copy:Suggestion {space: $to, pair: s.pair})
  SET copy += s {.*, space: $to}
  WITH s, copy
  WHERE NOT EXISTS { (copy)-[:ABOUT]->() }
  CALL (s, copy) {
    MATCH (s)-[:ABOUT]->(e:Entity)
    MATCH (about:Entity {space: $to, id: e.id})
    CREATE (copy)-[:ABOUT]->(about)
  }
  CALL (s, copy) {
    MATCH (s)-[:ABOUT]->(claimed:Statement)
    MATCH (about:Statement {space: $to, id: claimed.id})
    CREATE (copy)-[:ABOUT]->(about)
  }
}
RETURN s.pair AS pair
ORDER BY pair
