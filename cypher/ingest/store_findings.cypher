// Notes what a job has found, with the job whose words it was found in, what it found and did not take, and what nobody reads.
//   $tenant  whose     $generation  under which the space believes now     $job  its id
//   $found  [{statement, episode, fact, outcome, position}]     $dropped  [{text, reason, episode or null}]     $limit  how much of that is kept with a job
//   $silent  [{episode, reason}], one for each passage of which nobody reads a word
CYPHER 25
MATCH (reader:Job {tenant: $tenant, id: $job})
CALL (reader) {
  UNWIND $dropped AS each
  OPTIONAL MATCH (:Episode {tenant: $tenant, id: each.episode})<-[:INGESTS]-(told:Job)
  WITH coalesce(told, reader) AS j, collect(each.text) AS texts, collect(each.reason) AS reasons
  WITH j, texts, reasons, size(coalesce(j.droppedTexts, [])) + size(texts) - $limit AS more
  SET j.droppedMore = coalesce(j.droppedMore, 0) + CASE WHEN more > 0 THEN more ELSE 0 END,
    j.droppedTexts = (coalesce(j.droppedTexts, []) + texts)[..$limit],
    j.droppedReasons = (coalesce(j.droppedReasons, []) + reasons)[..$limit]
}
CALL (reader) {
  UNWIND $silent AS each
  OPTIONAL MATCH (:Episode {tenant: $tenant, id: each.episode})<-[:INGESTS]-(told:Job)
  WITH coalesce(told, reader) AS j, count(*) AS passages, collect(DISTINCT each.reason) AS reasons
  SET j.silent = coalesce(j.silent, 0) + passages,
    j.silentReasons = coalesce(j.silentReasons, []) + [reason IN reasons WHERE NOT reason IN coalesce(j.silentReasons, [])]
}
WITH reader
UNWIND $found AS each
MATCH (s:Statement {space: $generation, id: each.statement})
MATCH (:Episode {tenant: $tenant, id: each.episode})<-[:INGESTS]-(told:Job)
MERGE (told)-[found:FOUND]->(s)
SET found.position = each.position, found.fact = each.fact, found.outcome = each.outcome
