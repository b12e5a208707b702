// A space as it is now, and which of its generations was believed at a moment.
//   $tenant, $name  whose memory     $knownAt  the moment, null for now
// Returns space (the key), generation ('none0' before there was any), clock, knownAt (never later than the clock), embedded (how often vectors were made later), facts (how many there are in all spaces). No row if there is no such space.     Try it: :param {tenant: 'default', name: 'demo', knownAt: null}
CYPHER 25
MATCH (s:Space {tenant: $tenant, name: $name})
WITH s, CASE WHEN $knownAt < s.clock THEN $knownAt ELSE s.clock END AS knownAt
OPTIONAL MATCH (s)-[:HAS_GENERATION]->(g:Generation)
WHERE g.recordedFrom <= knownAt AND knownAt < g.recordedTo
RETURN s.key AS space, coalesce(g.space, 'none0') AS generation, s.clock AS clock, knownAt, coalesce(s.embedded, 0) AS embedded, COUNT { (:Fact) } AS facts
