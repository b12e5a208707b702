// Every statement may be run again: a crash between it and the note that it was run makes the next start do so.

// Spaces: which memories there are. A generation is what is believed in a space over a stretch of recorded time.
CREATE CONSTRAINT space_name IF NOT EXISTS FOR (s:Space) REQUIRE (s.tenant, s.name) IS UNIQUE;
CREATE CONSTRAINT space_key IF NOT EXISTS FOR (s:Space) REQUIRE s.key IS UNIQUE;
CREATE CONSTRAINT generation_space IF NOT EXISTS FOR (g:Generation) REQUIRE g.space IS UNIQUE;
CREATE INDEX space_due IF NOT EXISTS FOR (s:Space) ON (s.dueAt);
CREATE CONSTRAINT erased_space_key IF NOT EXISTS FOR (s:ErasedSpace) REQUIRE s.key IS UNIQUE;

// Episodes: what was said. `identity` recognises a message that is sent again.
CREATE CONSTRAINT episode_id IF NOT EXISTS FOR (e:Episode) REQUIRE (e.tenant, e.id) IS UNIQUE;
CREATE CONSTRAINT episode_identity IF NOT EXISTS FOR (e:Episode) REQUIRE (e.space, e.identity) IS UNIQUE;
CREATE INDEX episode_time IF NOT EXISTS FOR (e:Episode) ON (e.space, e.occurredAt, e.id);
CREATE INDEX episode_session IF NOT EXISTS FOR (e:Episode) ON (e.space, e.sessionId, e.occurredAt, e.id);
CREATE CONSTRAINT session_id IF NOT EXISTS FOR (s:Session) REQUIRE (s.space, s.id) IS UNIQUE;

// Passages: the parts of episodes that are searched, by words and by meaning.
CREATE CONSTRAINT passage_id IF NOT EXISTS FOR (p:Passage) REQUIRE (p.space, p.id) IS UNIQUE;
CREATE FULLTEXT INDEX passage_words IF NOT EXISTS FOR (p:Passage) ON EACH [p.space, p.heading, p.text]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'english' } };
CYPHER 25 CREATE VECTOR INDEX passage_meaning IF NOT EXISTS FOR (p:Passage) ON p.embedding
WITH [p.space, p.kind, p.sessionId, p.agentId, p.occurredAt]
OPTIONS { indexConfig: { `vector.similarity_function`: 'cosine' } };
CREATE CONSTRAINT embedding_model IF NOT EXISTS FOR (m:EmbeddingModel) REQUIRE m.use IS UNIQUE;

// Jobs: what is still to do for an accepted request.
CREATE CONSTRAINT job_id IF NOT EXISTS FOR (j:Job) REQUIRE (j.tenant, j.id) IS UNIQUE;
CREATE INDEX job_turn IF NOT EXISTS FOR (j:Job) ON (j.space, j.status, j.acceptedAt);
CREATE INDEX job_age IF NOT EXISTS FOR (j:Job) ON (j.status, j.acceptedAt);

// Idempotency: answers that were given, for requests that are sent again.
CREATE CONSTRAINT idempotency_key IF NOT EXISTS FOR (k:IdempotencyKey) REQUIRE (k.tenant, k.key) IS UNIQUE;
CREATE INDEX idempotency_expiry IF NOT EXISTS FOR (k:IdempotencyKey) ON (k.expiresAt);
CREATE INDEX idempotency_space IF NOT EXISTS FOR (k:IdempotencyKey) ON (k.space);
