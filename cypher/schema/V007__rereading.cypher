// Every statement may be run again.

// Statements that were read out of episodes, in every generation: they are what is read anew.
MATCH (:Job)-[:FOUND]->(found:Statement)
MATCH (s:Statement {tenant: found.tenant, episodeId: found.episodeId})
WHERE s.id = found.id
SET s.read = true;
