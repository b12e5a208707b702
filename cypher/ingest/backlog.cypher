// How many jobs wait or are worked on, of all tenants.
// Returns tenant, waiting.
CYPHER 25
UNWIND ['ACCEPTED', 'RUNNING', 'RETRYING'] AS status
MATCH (j:Job {status: status})
USING INDEX SEEK j:Job(status, tenant)
WHERE j.tenant IS NOT NULL
RETURN j.tenant AS tenant, count(*) AS waiting
