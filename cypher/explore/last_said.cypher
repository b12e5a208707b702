// The last things said in a space, by the time at which they were said.
//   $tenant, $name  whose memory     $limit  how many
// Returns occurredAt, kind, who, content (its beginning), session, episode (its id).
// Try it: :param {tenant: 'default', name: 'demo', limit: 25}
CYPHER 25
MATCH (s:Space {tenant: $tenant, name: $name})
MATCH (e:Episode)
WHERE e.space = s.key AND e.occurredAt > datetime('0001-01-01T00:00:00Z') AND e.id > ''
RETURN e.occurredAt AS occurredAt, e.kind AS kind, coalesce(e.name, e.role, e.source) AS who,
  left(e.content, 200) AS content, e.sessionId AS session, e.id AS episode
ORDER BY occurredAt DESC, episode DESC
LIMIT toInteger($limit)
