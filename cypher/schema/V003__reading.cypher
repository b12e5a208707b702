// Every statement may be run again.

// Jobs by tenant, so that it is known at any time how much is waiting.
CREATE INDEX job_backlog IF NOT EXISTS FOR (j:Job) ON (j.status, j.tenant);
