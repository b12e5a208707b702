// Jobs of a tenant, newest first.
//   $tenant  whose     $space  the name of a space, or null     $status  or null     $before  id of the last one seen, or null     $limit  how many
// Returns job, space (its name).     Try it: :param {tenant: 'default', space: null, status: 'FAILED', before: null, limit: 20}
CYPHER 25
MATCH (j:Job {tenant: $tenant})
WHERE j.id > '' AND ($before IS NULL OR j.id < $before) AND ($status IS NULL OR j.status = $status)
MATCH (s:Space {key: j.space})
WHERE $space IS NULL OR s.name = $space
RETURN j AS job, s.name AS space
ORDER BY j.id DESC
LIMIT toInteger($limit)
