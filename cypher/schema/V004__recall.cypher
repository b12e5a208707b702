// Every statement may be run again.

// Facts by meaning, those of some entities alone among them: so that the nearest facts of whom a question names are found, however
// many others there are.
DROP INDEX fact_meaning IF EXISTS;
CYPHER 25 CREATE VECTOR INDEX fact_meaning IF NOT EXISTS FOR (f:Fact) ON f.embedding
WITH [f.space, f.subject, f.object, f.owner, f.kind, f.predicate, f.agentId, f.sessionId, f.validFrom, f.validTo,
  f.recordedFrom, f.recordedTo, f.expiresAt]
OPTIONS { indexConfig: { `vector.similarity_function`: 'cosine', `vector.quantization.enabled`: false } };

// Passages by meaning and by words together with what was said around them: what a sentence is about often stands in the one before.
CYPHER 25 CREATE VECTOR INDEX passage_context IF NOT EXISTS FOR (p:Passage) ON p.contextEmbedding
WITH [p.space, p.kind, p.sessionId, p.agentId, p.occurredAt]
OPTIONS { indexConfig: { `vector.similarity_function`: 'cosine', `vector.quantization.enabled`: false } };
DROP INDEX passage_words IF EXISTS;
CREATE FULLTEXT INDEX passage_words IF NOT EXISTS FOR (p:Passage) ON EACH [p.space, p.heading, p.text, p.before, p.around]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'english' } };
