// Keeps a generation from being given up as long as the transaction lasts.
//   $space  the key of the generation
// Returns space. No row if it has been given up already.
CYPHER 25
MATCH (g:Generation {space: $space})
SET g.locked = true
WITH g
MATCH (s:Space)-[:HAS_GENERATION]->(g)
WHERE s.building = g.space
RETURN g.space AS space
