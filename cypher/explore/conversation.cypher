// A conversation in the order in which it came in, the beginning first.
//   $tenant, $name  whose memory     $session  the caller's id of it
// Returns turn, occurredAt, who, content, episode (its id).
// Try it: :param {tenant: 'default', name: 'demo', session: 's-1'}
CYPHER 25
MATCH (s:Space {tenant: $tenant, name: $name})
MATCH (session:Session {space: s.key, id: $session})
USING INDEX SEEK session:Session(space, id)
MATCH (session)<-[:IN]-(first:Episode)
WHERE COUNT { ()-[:NEXT]->(first) } = 0
MATCH path = (first)-[:NEXT]->*(e:Episode)
RETURN length(path) + 1 AS turn, e.occurredAt AS occurredAt, coalesce(e.name, e.role, e.source) AS who,
  e.content AS content, e.id AS episode
ORDER BY turn
