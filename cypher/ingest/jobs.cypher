// Jobs of a tenant, newest first.
//   $tenant  whose     $space  the name of a space, or null     $status  or null     $before  id of the last one seen, or null     $limit  how many
// Returns job, space (its name).     Try it: :param {tenant: 'default', space: null, status: 'FAILED', before: null, limit: 20}
CYPHER 25
UNWIND CASE WHEN $status IS NULL THEN ['ACCEPTED', 'RUNNING', 'RETRYING', 'DONE', 'FAILED'] ELSE [$status] END AS status
CALL (status) {
  WITH status WHERE $space IS NULL
  MATCH (j:Job {tenant: $tenant, status: status})
  USING INDEX SEEK j:Job(tenant, status, id)
  WHERE j.id > '' AND ($before IS NULL OR j.id < $before)
  MATCH (s:Space {key: j.space})
  RETURN j, s ORDER BY j.tenant DESC, j.status DESC, j.id DESC LIMIT toInteger($limit)
  UNION ALL
  MATCH (s:Space {tenant: $tenant, name: $space})
  MATCH (j:Job {space: s.key, status: status})
  USING INDEX SEEK j:Job(space, status, id)
  WHERE j.id > '' AND ($before IS NULL OR j.id < $before)
  RETURN j, s ORDER BY j.space DESC, j.status DESC, j.id DESC LIMIT toInteger($limit)
}
RETURN j AS job, s.name AS space
ORDER BY j.id DESC LIMIT toInteger($limit)
