// Begins a new generation of a space. Nobody sees it until it is entered.
//   $space  the key of the space     $generation  the key of the new generation     $builder  who builds it     $cause  because of what
CYPHER 25
MATCH (s:Space {key: $space})
SET s.building = $generation
CREATE (s)-[:HAS_GENERATION]->(:Generation {space: $generation, builder: $builder, cause: $cause})
