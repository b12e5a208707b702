// Statements that mean an entity, or one that was merged into it.
//   $space  whose memory     $entity  which     $limit  how many
// Returns statement.     Try it: :param {space: 'abc1', entity: '…', limit: 100}
CYPHER 25
MATCH (:Entity {space: $space, id: $entity})<-[:MERGED_INTO*0..]-(part:Entity)
CALL (part) {
  MATCH (s:Statement {space: $space, subjectSaid: part.id})
  RETURN s
  UNION
  MATCH (s:Statement {space: $space, objectSaid: part.id})
  RETURN s
}
WITH DISTINCT s
LIMIT $limit
RETURN s {.*, embedding: null} AS statement
