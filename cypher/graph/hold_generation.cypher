// Keeps a generation from being given up, and from being taken over, as long as the transaction lasts.
//   $space  the key of the generation     $builder  who builds it
// Returns space, builder. No row if it has been given up or taken over already.
CYPHER 25
MATCH (g:Generation {space: $space})
SET g.locked = true
WITH g
MATCH (s:Space)-[:HAS_GENERATION]->(g)
WHERE s.building = g.space AND g.builder = $builder
RETURN g.space AS space, g.builder AS builder
