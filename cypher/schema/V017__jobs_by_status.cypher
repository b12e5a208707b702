// The few jobs of one status among the many that a tenant, or a space, has had.
CREATE INDEX job_status IF NOT EXISTS FOR (j:Job) ON (j.tenant, j.status, j.id);
CREATE INDEX job_status_of_space IF NOT EXISTS FOR (j:Job) ON (j.space, j.status, j.id);
