// Copies entities with their names into a new generation, or what is new of them.
//   $space  from which generation     $to  into which     $entities  their ids
CYPHER 25
UNWIND $entities AS id
MATCH (e:Entity {space: $space, id: id})
MERGE (copy:Entity {space: $to, id: id})
SET copy += e {.*, space: $to}
WITH e, copy
MATCH (name:Name)-[names:NAMES]->(e)
MERGE (same:Name {space: $to, key: name.key})
MERGE (same)-[copied:NAMES {owner: coalesce(names.owner, '')}]->(copy)
SET copied = names {.*, owner: copied.owner, space: CASE WHEN names.space IS NOT NULL THEN $to END},
  same.embedding = name.embedding
