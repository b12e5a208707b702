// Notes what a job has found, and what it found and did not take.
//   $tenant  whose     $generation  under which the space believes now     $job  its id
//   $found  [{statement, fact, outcome, position}]     $texts, $reasons  of what was dropped
CYPHER 25
MATCH (j:Job {tenant: $tenant, id: $job})
SET j.droppedTexts = coalesce(j.droppedTexts, []) + $texts, j.droppedReasons = coalesce(j.droppedReasons, []) + $reasons
WITH j
UNWIND $found AS each
MATCH (s:Statement {space: $generation, id: each.statement})
MERGE (j)-[found:FOUND]->(s)
SET found.position = each.position, found.fact = each.fact, found.outcome = each.outcome
