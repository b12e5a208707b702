// The few jobs of one status among the many that a tenant has had.
CREATE INDEX job_status IF NOT EXISTS FOR (j:Job) ON (j.tenant, j.status, j.id);
