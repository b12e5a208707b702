// Who is this: all that holds of somebody or something now, and since when.
//   $tenant, $name  whose memory     $who  a name, in small letters
// Returns fact, since, until, confidence, said (how many statements support it).
// Try it: :param {tenant: 'default', name: 'demo', who: 'alice'}
CYPHER 25
MATCH (s:Space {tenant: $tenant, name: $name})
MATCH (n:Name {space: coalesce(s.generation, s.key), key: $who})
USING INDEX SEEK n:Name(space, key)
MATCH (n)-[:NAMES]->(:Entity)-[:MERGED_INTO*0..]->(e:Entity)
WHERE NOT EXISTS { (e)-[:MERGED_INTO]->() }
WITH DISTINCT e
CALL (e) {
  MATCH (f:Fact {space: e.space, subject: e.id, recordedTo: datetime('9999-12-31T23:59:59.999999Z')})
  USING INDEX SEEK f:Fact(space, subject, recordedTo)
  RETURN f
  UNION
  // Who is married to somebody is so whichever of the two is the subject.
  MATCH (f:Fact {space: e.space, mutual: e.id})
  USING INDEX SEEK f:Fact(space, mutual, id)
  WHERE f.id > '' AND f.recordedTo = datetime('9999-12-31T23:59:59.999999Z')
  RETURN f
}
WITH f
WHERE f.validFrom <= datetime() AND datetime() < f.validTo AND datetime() < f.expiresAt
RETURN f.text AS fact, CASE WHEN f.validFrom.year < 1 THEN null ELSE f.validFrom END AS since,
  CASE WHEN f.validTo.year = 9999 THEN null ELSE f.validTo END AS until, f.confidence AS confidence,
  COUNT { MATCH (f)-[:REVISES*0..]->(:Fact)<-[r:SUPPORTS]-(:Statement) WHERE r.recordedTo = f.recordedTo } AS said
ORDER BY f.kind, f.predicate, since
