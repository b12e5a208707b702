// A space as a writer would find it.
//   $tenant, $name  whose memory
// Returns space (the key), generation, ontology (null: the standard one), building (whether another generation is), now. No row if there is no such space.     Try it: :param {tenant: 'default', name: 'demo'}
CYPHER 25
MATCH (s:Space {tenant: $tenant, name: $name})
RETURN s.key AS space, coalesce(s.generation, s.key) AS generation, s.ontology AS ontology,
  s.building IS NOT NULL AS building,
  datetime.truncate('microsecond', datetime.realtime('Z')) AS now
