// Every statement may be run again.

// What was known at an earlier moment is looked for in the indexes themselves.
DROP INDEX passage_meaning IF EXISTS;
CYPHER 25 CREATE VECTOR INDEX passage_meaning IF NOT EXISTS FOR (p:Passage) ON p.embedding
WITH [p.space, p.kind, p.sessionId, p.agentId, p.occurredAt, p.recordedAt]
OPTIONS { indexConfig: { `vector.similarity_function`: 'cosine', `vector.quantization.enabled`: false } };
DROP INDEX passage_context IF EXISTS;
CYPHER 25 CREATE VECTOR INDEX passage_context IF NOT EXISTS FOR (p:Passage) ON p.contextEmbedding
WITH [p.space, p.kind, p.sessionId, p.agentId, p.occurredAt, p.recordedAt]
OPTIONS { indexConfig: { `vector.similarity_function`: 'cosine', `vector.quantization.enabled`: false } };
