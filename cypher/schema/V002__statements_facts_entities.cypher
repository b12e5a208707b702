// Every statement may be run again. What is claimed and believed belongs to a generation of a space: its key is `space` here.

// Entities and their names: one thing may go by many names, one name may be that of many things.
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (e:Entity) REQUIRE (e.space, e.id) IS UNIQUE;
CREATE CONSTRAINT entity_external_id IF NOT EXISTS FOR (e:Entity) REQUIRE (e.space, e.externalId) IS UNIQUE;
CREATE INDEX entity_tenant IF NOT EXISTS FOR (e:Entity) ON (e.tenant, e.id);
CREATE CONSTRAINT name_key IF NOT EXISTS FOR (n:Name) REQUIRE (n.space, n.key) IS UNIQUE;
CYPHER 25 CREATE VECTOR INDEX name_meaning IF NOT EXISTS FOR (n:Name) ON n.embedding
WITH [n.space]
OPTIONS { indexConfig: { `vector.similarity_function`: 'cosine' } };
CREATE FULLTEXT INDEX name_words IF NOT EXISTS FOR (n:Name) ON EACH [n.space, n.key]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'standard-no-stop-words' } };

// Statements: what was claimed. `identity` recognises one that is sent again from the same evidence.
CREATE CONSTRAINT statement_id IF NOT EXISTS FOR (s:Statement) REQUIRE (s.space, s.id) IS UNIQUE;
CREATE CONSTRAINT statement_identity IF NOT EXISTS FOR (s:Statement) REQUIRE (s.space, s.identity) IS UNIQUE;
CREATE INDEX statement_recorded IF NOT EXISTS FOR (s:Statement) ON (s.space, s.recordedAt);
CREATE INDEX statement_slot IF NOT EXISTS FOR (s:Statement) ON (s.space, s.slot);
CREATE INDEX statement_mirror IF NOT EXISTS FOR (s:Statement) ON (s.space, s.mirror);
CREATE INDEX statement_subject IF NOT EXISTS FOR (s:Statement) ON (s.space, s.subject);
CREATE INDEX statement_object IF NOT EXISTS FOR (s:Statement) ON (s.space, s.object);
CREATE INDEX statement_subject_said IF NOT EXISTS FOR (s:Statement) ON (s.space, s.subjectSaid);
CREATE INDEX statement_object_said IF NOT EXISTS FOR (s:Statement) ON (s.space, s.objectSaid);
CREATE INDEX statement_episode IF NOT EXISTS FOR (s:Statement) ON (s.tenant, s.episodeId);

// Facts: what is believed, version by version.
CREATE CONSTRAINT fact_version IF NOT EXISTS FOR (f:Fact) REQUIRE (f.space, f.id, f.version) IS UNIQUE;
CREATE INDEX fact_tenant IF NOT EXISTS FOR (f:Fact) ON (f.tenant, f.id);
CREATE INDEX fact_recorded IF NOT EXISTS FOR (f:Fact) ON (f.space, f.id, f.recordedTo);
CREATE INDEX fact_slot IF NOT EXISTS FOR (f:Fact) ON (f.space, f.slot, f.recordedTo);
CREATE INDEX fact_subject IF NOT EXISTS FOR (f:Fact) ON (f.space, f.subject, f.recordedTo);
CREATE INDEX fact_subject_latest IF NOT EXISTS FOR (f:Fact) ON (f.space, f.subject, f.id);
CREATE INDEX fact_object IF NOT EXISTS FOR (f:Fact) ON (f.space, f.object, f.recordedTo);
CREATE INDEX fact_object_latest IF NOT EXISTS FOR (f:Fact) ON (f.space, f.object, f.id);
CREATE INDEX fact_change IF NOT EXISTS FOR (f:Fact) ON (f.space, f.recordedFrom);
CREATE FULLTEXT INDEX fact_words IF NOT EXISTS FOR (f:Fact) ON EACH [f.space, f.live, f.text, f.about]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'english' } };
CYPHER 25 CREATE VECTOR INDEX fact_meaning IF NOT EXISTS FOR (f:Fact) ON f.embedding
WITH [f.space, f.owner, f.kind, f.predicate, f.agentId, f.sessionId, f.validFrom, f.validTo, f.recordedFrom,
  f.recordedTo, f.expiresAt]
OPTIONS { indexConfig: { `vector.similarity_function`: 'cosine' } };

// Decisions on entities, and what waits for one.
CREATE CONSTRAINT decision_id IF NOT EXISTS FOR (d:Decision) REQUIRE (d.space, d.id) IS UNIQUE;
CREATE INDEX decision_tenant IF NOT EXISTS FOR (d:Decision) ON (d.tenant, d.id);
CREATE INDEX decision_space IF NOT EXISTS FOR (d:Decision) ON (d.space, d.at);
CREATE CONSTRAINT suggestion_id IF NOT EXISTS FOR (s:Suggestion) REQUIRE (s.space, s.id) IS UNIQUE;
CREATE INDEX suggestion_tenant IF NOT EXISTS FOR (s:Suggestion) ON (s.tenant, s.id);
CREATE CONSTRAINT suggestion_pair IF NOT EXISTS FOR (s:Suggestion) REQUIRE (s.space, s.pair) IS UNIQUE;
CREATE INDEX suggestion_open IF NOT EXISTS FOR (s:Suggestion) ON (s.space, s.status, s.id);

// Types of relationships that were made for predicates outside of the standard ontology: a database never gives one back.
CREATE CONSTRAINT relationship_type IF NOT EXISTS FOR (t:RelationshipType) REQUIRE t.name IS UNIQUE;
