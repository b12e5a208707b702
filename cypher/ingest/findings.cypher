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
    RETURN DISTINCT {id: e.id, name: e.name, type: e.type}
  } AS entities,
  [i IN range(0, size(coalesce(j.droppedTexts, [])) - 1) | {text: j.droppedTexts[i], reason: j.droppedReasons[i]}] AS dropped
