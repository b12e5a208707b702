// One job.
//   $tenant  whose     $id  which
// Returns job, space (its name).
CYPHER 25
MATCH (j:Job {tenant: $tenant, id: $id})
MATCH (s:Space {key: j.space})
RETURN j AS job, s.name AS space
