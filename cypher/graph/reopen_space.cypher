// Opens a space for writing as it is opened otherwise, but only if it is still there: who has worked on it for a while
// does not make it anew when it was erased meanwhile.
//   $tenant, $name  whose memory     $key  the opaque key of the space
// Returns space (the key), generation, ontology (null: the standard one), building (whether another generation is), now. No row if it is gone.      Try it: :param {tenant: 'default', name: 'demo', key: 'abc1'}
CYPHER 25
MATCH (s:Space {key: $key})
WHERE s.tenant = $tenant AND s.name = $name
SET s.locked = true
WITH s
WHERE s:Space
WITH s, datetime.truncate('microsecond', datetime.realtime('Z')) AS wall
WITH s, CASE WHEN wall > s.clock THEN wall ELSE s.clock + duration({microseconds: 1}) END AS now
SET s.clock = now
RETURN s.key AS space, coalesce(s.generation, s.key) AS generation, s.ontology AS ontology,
  s.building IS NOT NULL AS building, now
