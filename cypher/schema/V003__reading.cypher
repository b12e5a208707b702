// Every statement may be run again.

// Jobs by tenant, so that it is known at any time how much is waiting.
CREATE INDEX job_backlog IF NOT EXISTS FOR (j:Job) ON (j.status, j.tenant);

// Vectors as they are: a search that looks at them coarsely first fails in Neo4j 2026.08 once something was deleted from the
// index, and a client may wait for ever for an answer.
DROP INDEX passage_meaning IF EXISTS;
CYPHER 25 CREATE VECTOR INDEX passage_meaning IF NOT EXISTS FOR (p:Passage) ON p.embedding
WITH [p.space, p.kind, p.sessionId, p.agentId, p.occurredAt]
OPTIONS { indexConfig: { `vector.similarity_function`: 'cosine', `vector.quantization.enabled`: false } };
DROP INDEX name_meaning IF EXISTS;
CYPHER 25 CREATE VECTOR INDEX name_meaning IF NOT EXISTS FOR (n:Name) ON n.embedding
WITH [n.space]
OPTIONS { indexConfig: { `vector.similarity_function`: 'cosine', `vector.quantization.enabled`: false } };
DROP INDEX fact_meaning IF EXISTS;
CYPHER 25 CREATE VECTOR INDEX fact_meaning IF NOT EXISTS FOR (f:Fact) ON f.embedding
WITH [f.space, f.owner, f.kind, f.predicate, f.agentId, f.sessionId, f.validFrom, f.validTo, f.recordedFrom,
  f.recordedTo, f.expiresAt]
OPTIONS { indexConfig: { `vector.similarity_function`: 'cosine', `vector.quantization.enabled`: false } };
