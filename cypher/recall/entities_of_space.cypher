// Entities of a space, the newest first.
//   $space  whose memory     $type  which, null for all     $owners  who says so, '' is everybody     $before  the id of the last one of the page before     $limit  how many
// Returns entity, aliases, mergedInto (null).
// Ordered by the whole of its index, else all of it would be read and sorted for one page.
CYPHER 25
MATCH (e:Entity {space: $space})
USING INDEX SEEK e:Entity(space, id)
WHERE e.id < $before AND ($type IS NULL OR e.type = $type) AND NOT EXISTS { (e)-[:MERGED_INTO]->() }
  AND (EXISTS { MATCH (s:Statement {space: $space, subject: e.id}) WHERE s.owner IN $owners }
    OR EXISTS { MATCH (s:Statement {space: $space, object: e.id}) WHERE s.owner IN $owners }
    OR NOT EXISTS { MATCH (s:Statement {space: $space, subject: e.id}) }
      AND NOT EXISTS { MATCH (s:Statement {space: $space, object: e.id}) })
WITH e
ORDER BY e.space DESC, e.id DESC
LIMIT $limit
RETURN e {.*} AS entity,
  COLLECT { MATCH (e)<-[:MERGED_INTO*0..]-(:Entity)<-[named:NAMES]-(n:Name) RETURN DISTINCT named.name ORDER BY named.name } AS aliases,
  null AS mergedInto
