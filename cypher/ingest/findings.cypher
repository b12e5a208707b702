// What a job has found, in the order in which it was said, and what it did not take.
//   $tenant  whose     $id  which job     $limit  how many statements at most
// Returns facts, entities, dropped.
CYPHER 25
MATCH (j:Job {tenant: $tenant, id: $id})
WITH j, COLLECT {
  MATCH (j)-[found:FOUND]->(s:Statement)
  RETURN {found: found, statement: s} ORDER BY found.position, s.id LIMIT $limit
} AS found
RETURN [each IN found | {fact: each.found.fact, outcome: each.found.outcome, text: each.statement.text}] AS facts,
  COLLECT {
    UNWIND found AS each
    UNWIND [each.statement.subject, each.statement.object] AS id
    WITH DISTINCT id, each.statement.space AS space
    MATCH (e:Entity {space: space, id: id})
    WITH DISTINCT e
    RETURN e {.id, .type, name: CASE WHEN e.nameSlot IS NOT NULL THEN e.name ELSE coalesce(head(COLLECT {
      MATCH path = (e)<-[:MERGED_INTO*0..]-(:Entity)<-[named:NAMES]-(:Name)
      WHERE coalesce(named.owner, '') = ''
      RETURN named.name ORDER BY length(path), named.name <> e.name, named.recordedFrom LIMIT 1
    }), e.name) END}
  } AS entities,
  [i IN range(0, size(coalesce(j.droppedTexts, [])) - 1) | {text: j.droppedTexts[i], reason: j.droppedReasons[i]}] AS dropped
