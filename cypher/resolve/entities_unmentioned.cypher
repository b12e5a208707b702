// Takes those out of a generation that is being built whom only former readings of episodes had mentioned.
//   $space  the generation that is believed     $to  the new one     $after  the id of the last one of the page before     $limit  how many
// Returns id: of all that were looked at.
CYPHER 25
MATCH (e:Entity {space: $space})
WHERE e.id > $after
WITH e ORDER BY e.space, e.id LIMIT $limit
CALL (e) {
  MATCH (copy:Entity {space: $to, id: e.id})
  WHERE (EXISTS { MATCH (s:Statement {space: $space, subjectSaid: e.id}) WHERE s.read }
      OR EXISTS { MATCH (s:Statement {space: $space, objectSaid: e.id}) WHERE s.read })
    AND NOT EXISTS { (:Statement {space: $to, subject: e.id}) } AND NOT EXISTS { (:Statement {space: $to, object: e.id}) }
    AND NOT EXISTS { (:Statement {space: $to, subjectSaid: e.id}) } AND NOT EXISTS { (:Statement {space: $to, objectSaid: e.id}) }
    AND NOT EXISTS { (copy)-[:MERGED_INTO|WAS_MERGED_INTO]-() }
    AND NOT EXISTS { MATCH (d:Decision {space: $space}) WHERE d.at IS NOT NULL AND e.id IN [d.kept, d.gone] }
  OPTIONAL MATCH (name:Name)-[:NAMES]->(copy) WHERE NOT EXISTS { MATCH (name)-[:NAMES]->(other) WHERE other <> copy }
  OPTIONAL MATCH (doubt:Suggestion)-[:ABOUT]->(copy)
  WITH copy, collect(DISTINCT name) + collect(DISTINCT doubt) AS lone
  FOREACH (node IN lone | DETACH DELETE node)
  DETACH DELETE copy
}
RETURN e.id AS id
ORDER BY id
