// Every statement may be run again.

// With twice as many neighbours for each vector, chosen among twice as many, the nearest ones are found where many are nearly alike,
// too. Each of them takes longer to add: nothing beside what it takes to embed it.
DROP INDEX fact_meaning IF EXISTS;
CYPHER 25 CREATE VECTOR INDEX fact_meaning IF NOT EXISTS FOR (f:Fact) ON f.embedding
WITH [f.space, f.subject, f.object, f.owner, f.kind, f.predicate, f.agentId, f.sessionId, f.validFrom, f.validTo,
  f.recordedFrom, f.recordedTo, f.expiresAt]
OPTIONS { indexConfig: { `vector.similarity_function`: 'cosine', `vector.quantization.enabled`: false, `vector.hnsw.m`: 32, `vector.hnsw.ef_construction`: 200 } };
DROP INDEX passage_meaning IF EXISTS;
CYPHER 25 CREATE VECTOR INDEX passage_meaning IF NOT EXISTS FOR (p:Passage) ON p.embedding
WITH [p.space, p.kind, p.sessionId, p.agentId, p.occurredAt, p.recordedAt]
OPTIONS { indexConfig: { `vector.similarity_function`: 'cosine', `vector.quantization.enabled`: false, `vector.hnsw.m`: 32, `vector.hnsw.ef_construction`: 200 } };
DROP INDEX passage_context IF EXISTS;
CYPHER 25 CREATE VECTOR INDEX passage_context IF NOT EXISTS FOR (p:Passage) ON p.contextEmbedding
WITH [p.space, p.kind, p.sessionId, p.agentId, p.occurredAt, p.recordedAt]
OPTIONS { indexConfig: { `vector.similarity_function`: 'cosine', `vector.quantization.enabled`: false, `vector.hnsw.m`: 32, `vector.hnsw.ef_construction`: 200 } };
