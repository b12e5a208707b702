// Entities of a name, the newest first.
//   $space  whose memory     $key  the name, as it is compared     $type  which, null for all     $owners  who says so, '' is everybody     $before  the id of the last one of the page before     $limit  how many
// Returns entity, aliases, mergedInto (null).
CYPHER 25
MATCH (:Name {space: $space, key: $key})-[:NAMES]->(named:Entity)-[:MERGED_INTO*0..]->(e:Entity)
WHERE e.id < $before AND ($type IS NULL OR e.type = $type) AND NOT EXISTS { (e)-[:MERGED_INTO]->() }
  AND (EXISTS { MATCH (s:Statement {space: $space, subject: e.id}) WHERE s.owner IN $owners }
    OR EXISTS { MATCH (s:Statement {space: $space, object: e.id}) WHERE s.owner IN $owners }
    OR NOT EXISTS { MATCH (s:Statement {space: $space, subject: e.id}) }
      AND NOT EXISTS { MATCH (s:Statement {space: $space, object: e.id}) })
WITH DISTINCT e
ORDER BY e.id DESC
LIMIT $limit
RETURN e {.*} AS entity,
  COLLECT { MATCH (e)<-[:MERGED_INTO*0..]-(:Entity)<-[named:NAMES]-(n:Name) RETURN DISTINCT named.name ORDER BY named.name } AS aliases,
  null AS mergedInto
