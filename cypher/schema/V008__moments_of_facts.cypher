// When something begins, ends or expires next: until then an answer may be given again.
CREATE INDEX fact_begin IF NOT EXISTS FOR (f:Fact) ON (f.space, f.validFrom);
CREATE INDEX fact_end IF NOT EXISTS FOR (f:Fact) ON (f.space, f.validTo);
CREATE INDEX fact_expiry IF NOT EXISTS FOR (f:Fact) ON (f.space, f.expiresAt);

// Jobs that read a whole space anew: what they did not take is forgotten with any episode of it.
CREATE INDEX reread_space IF NOT EXISTS FOR (j:Reread) ON (j.space);
