// Every statement may be run again. A reader finds blocks by keys that no write changes, since a reader beside a writer may
// miss what moves in an index: by their first versions, and from there their latest.

DROP INDEX block_believed IF EXISTS;
CREATE INDEX block_first IF NOT EXISTS FOR (b:Block) ON (b.space, b.version, b.label);
