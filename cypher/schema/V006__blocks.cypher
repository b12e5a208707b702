// Every statement may be run again. Blocks belong to a space, whatever generation is believed there.

// Blocks: core memory, version by version.
CREATE CONSTRAINT block_version IF NOT EXISTS FOR (b:Block) REQUIRE (b.space, b.label, b.version) IS UNIQUE;
CREATE INDEX block_recorded IF NOT EXISTS FOR (b:Block) ON (b.space, b.label, b.recordedTo);
CREATE INDEX block_believed IF NOT EXISTS FOR (b:Block) ON (b.space, b.recordedTo, b.label);

// Facts by their kind, so that the profile of an entity is found among whatever else is known of it.
CREATE INDEX fact_kind IF NOT EXISTS FOR (f:Fact) ON (f.space, f.subject, f.kind, f.id);
