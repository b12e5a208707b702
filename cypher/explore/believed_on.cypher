// What did we believe on a date, of what held on another: both axes of time in one filter.
//   $tenant, $name  whose memory     $who  a name, in small letters     $known  the day of belief     $valid  the day that is asked about
// Returns fact, since, until, and what has become of it: the same, changed or dropped.
// Try it: :param {tenant: 'default', name: 'demo', who: 'alice', known: '9998-01-01', valid: '2024-01-01'}
CYPHER 25
MATCH (s:Space {tenant: $tenant, name: $name})
MATCH (s)-[:HAS_GENERATION]->(g:Generation)
WITH g.space AS space, CASE WHEN datetime($known) < s.clock THEN datetime($known) ELSE s.clock END AS known, g
WHERE g.recordedFrom <= known AND known < g.recordedTo
MATCH (n:Name {space: space, key: $who})
USING INDEX SEEK n:Name(space, key)
MATCH (n)-[:NAMES]->(named:Entity)
// Whom that was found to be by then.
MATCH (named) ((:Entity)-[merged:MERGED_INTO|WAS_MERGED_INTO
    WHERE merged.recordedFrom <= known AND (merged.recordedTo IS NULL OR known < merged.recordedTo)]->(:Entity))* (e:Entity)
WHERE NOT EXISTS {
  MATCH (e)-[later:MERGED_INTO|WAS_MERGED_INTO]->()
  WHERE later.recordedFrom <= known AND (later.recordedTo IS NULL OR known < later.recordedTo)
}
WITH DISTINCT e
CALL (e) {
  MATCH (f:Fact {space: e.space, subject: e.id})
  USING INDEX SEEK f:Fact(space, subject, recordedTo)
  WHERE f.recordedTo > datetime($known)
  RETURN f
  UNION
  // Who is married to somebody is so whichever of the two is the subject.
  MATCH (f:Fact {space: e.space, mutual: e.id})
  USING INDEX SEEK f:Fact(space, mutual, id)
  WHERE f.id > '' AND f.recordedTo > datetime($known)
  RETURN f
}
WITH f
WHERE f.recordedFrom <= datetime($known)
  AND f.validFrom <= datetime($valid) AND datetime($valid) < f.validTo AND datetime($valid) < f.expiresAt
RETURN DISTINCT f.text AS fact, CASE WHEN f.validFrom.year < 1 THEN null ELSE f.validFrom END AS since,
  CASE WHEN f.validTo.year = 9999 THEN null ELSE f.validTo END AS until,
  CASE WHEN f.recordedTo.year = 9999 THEN 'the same' WHEN EXISTS { (:Fact)-[:REVISES]->(f) } THEN 'changed' ELSE 'dropped' END AS now
ORDER BY fact, since
