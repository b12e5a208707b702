// Copies what entities have turned out to be into a new generation.
//   $space  from which generation     $to  into which     $entities  their ids
CYPHER 25
UNWIND $entities AS id
MATCH (:Entity {space: $space, id: id})-[merged:MERGED_INTO|WAS_MERGED_INTO]->(kept:Entity)
MATCH (copy:Entity {space: $to, id: id})
MATCH (keptCopy:Entity {space: $to, id: kept.id})
CREATE (copy)-[copied:$(type(merged))]->(keptCopy)
SET copied = properties(merged)
