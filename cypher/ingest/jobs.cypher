// Jobs of a tenant, newest first.
//   $tenant  whose     $space  the name of a space, or null     $status  or null     $before  id of the last one seen, or null     $limit  how many
// Returns job, space (its name).     Try it: :param {tenant: 'default', space: null, status: 'FAILED', before: null, limit: 20}
CYPHER 25
CALL () {
  WITH 'any' AS wanted WHERE $status IS NULL
  MATCH (j:Job {tenant: $tenant})
  USING INDEX SEEK j:Job(tenant, id)
  WHERE j.id > '' AND ($before IS NULL OR j.id < $before)
  MATCH (s:Space {key: j.space})
  WHERE $space IS NULL OR s.name = $space
  RETURN j, s ORDER BY j.tenant DESC, j.id DESC LIMIT toInteger($limit)
  UNION ALL
  WITH $status AS wanted WHERE wanted IS NOT NULL
  MATCH (j:Job {tenant: $tenant, status: wanted})
  USING INDEX SEEK j:Job(tenant, status, id)
  WHERE j.id > '' AND ($before IS NULL OR j.id < $before)
  MATCH (s:Space {key: j.space})
  WHERE $space IS NULL OR s.name = $space
  RETURN j, s ORDER BY j.tenant DESC, j.status DESC, j.id DESC LIMIT toInteger($limit)
}
RETURN j AS job, s.name AS space
ORDER BY j.id DESC
