// Every statement may be run again.

// Facts that say the same of both ends, by the one that is stored as the object: they are facts about that one, too.
CREATE INDEX fact_mutual IF NOT EXISTS FOR (f:Fact) ON (f.space, f.mutual, f.id);
