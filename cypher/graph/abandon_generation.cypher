// Gives up the generation that is being built, and leaves it to be erased.
//   $space  the key of the space
CYPHER 25
MATCH (s:Space {key: $space})-[has:HAS_GENERATION]->(g:Generation {space: s.building})
SET g.locked = true
REMOVE s.building
DELETE has
CREATE (:ErasedSpace {key: g.space})-[:HAS_GENERATION]->(g)
