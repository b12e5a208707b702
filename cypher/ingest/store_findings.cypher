// Notes what a job has found, and what it found and did not take: that stands at the episode, so that it goes with it.
//   $tenant  whose     $generation  under which the space believes now     $job  its id
//   $found  [{statement, fact, outcome, position}]     $dropped  [{episode, text, reason}]
CYPHER 25
MATCH (j:Job {tenant: $tenant, id: $job})
CALL (j) {
  UNWIND $found AS each
  MATCH (s:Statement {space: $generation, id: each.statement})
  MERGE (j)-[found:FOUND]->(s)
  SET found.position = each.position, found.fact = each.fact, found.outcome = each.outcome
}
UNWIND $dropped AS each
MATCH (e:Episode {tenant: $tenant, id: each.episode})
SET e.droppedTexts = coalesce(e.droppedTexts, []) + each.text, e.droppedReasons = coalesce(e.droppedReasons, []) + each.reason
