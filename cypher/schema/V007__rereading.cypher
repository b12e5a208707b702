// Every statement may be run again.

// Statements that were read out of episodes, in every generation: they are what is read anew.
MATCH (:Job)-[:FOUND]->(found:Statement)
MATCH (s:Statement {tenant: found.tenant, episodeId: found.episodeId})
WHERE s.id = found.id
SET s.read = true;

// Jobs that read a whole space anew: what they did not take is forgotten with any episode of it.
CREATE INDEX reread_space IF NOT EXISTS FOR (j:Reread) ON (j.space);
