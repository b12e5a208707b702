// Takes over a generation that is being built: whoever did so before has come too late from now on.
//   $space  the key of the space     $builder  who builds it now     $cause  because of what it was begun
// Returns space (the key of the generation), builder. No row if there is none.
CYPHER 25
MATCH (s:Space {key: $space})-[:HAS_GENERATION]->(g:Generation {space: s.building})
WHERE g.cause = $cause
SET g.builder = $builder
RETURN g.space AS space, g.builder AS builder
