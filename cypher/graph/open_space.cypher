// Opens a space for writing: finds or makes it, locks it until the transaction ends, and takes the next
// moment of its clock, which never stands still and never goes back.
//   $tenant, $name  whose memory     $key  the opaque key of the space, if it is new
// Returns space (the key), generation, ontology (null: the standard one), building (whether another generation is), now.      Try it: :param {tenant: 'default', name: 'demo', key: 'abc1'}
CYPHER 25
MERGE (s:Space {tenant: $tenant, name: $name})
  ON CREATE SET s.key = $key
SET s.locked = true
WITH s, s.clock IS NULL AS new, datetime.truncate('microsecond', datetime.realtime('Z')) AS wall
WITH s, new, CASE WHEN new OR wall > s.clock THEN wall ELSE s.clock + duration({microseconds: 1}) END AS now
SET s.clock = now
FOREACH (first IN CASE WHEN new THEN [now] ELSE [] END |
  SET s.createdAt = first, s.generation = s.key
  CREATE (s)-[:HAS_GENERATION]->(:Generation {space: s.key, recordedFrom: first,
    recordedTo: datetime('9999-12-31T23:59:59.999999Z')}))
RETURN s.key AS space, coalesce(s.generation, s.key) AS generation, s.ontology AS ontology,
  s.building IS NOT NULL AS building, now
