// Every statement may be run again.

// Recalls: what was asked, and what was given for it. They stand beside the memory: nothing that is believed depends on them.
CREATE CONSTRAINT recall_id IF NOT EXISTS FOR (r:Recall) REQUIRE (r.tenant, r.id) IS UNIQUE;
CREATE INDEX recall_space IF NOT EXISTS FOR (r:Recall) ON (r.space);
CREATE INDEX recall_name IF NOT EXISTS FOR (r:Recall) ON (r.tenant, r.name, r.id);
CREATE INDEX recall_response IF NOT EXISTS FOR (r:Recall) ON (r.tenant, r.responseId, r.id);
CREATE INDEX recall_age IF NOT EXISTS FOR (r:Recall) ON (r.askedAt);

// Feedback: how often a memory of a space has helped, and how often it has not.
CREATE CONSTRAINT feedback_memory IF NOT EXISTS FOR (u:Feedback) REQUIRE (u.space, u.memory) IS UNIQUE;
