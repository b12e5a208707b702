// What changed this week: what is believed since then, and what no longer is.
//   $tenant, $name  whose memory     $days  how far back
// Returns at, change, fact, since, until, because (the statement or decision).
// Try it: :param {tenant: 'default', name: 'demo', days: 7}
CYPHER 25
MATCH (s:Space {tenant: $tenant, name: $name})
WITH coalesce(s.generation, s.key) AS space, datetime() - duration({days: toInteger($days)}) AS begin
CALL (space, begin) {
  MATCH (f:Fact {space: space})
  USING INDEX SEEK f:Fact(space, recordedFrom)
  WHERE f.recordedFrom >= begin
  RETURN f, f.recordedFrom AS at, CASE WHEN f.version = 1 THEN 'new' ELSE 'changed' END AS change, f.cause AS because
  UNION ALL
  MATCH (f:Fact {space: space})
  USING INDEX SEEK f:Fact(space, recordedFrom)
  WHERE f.recordedFrom IS NOT NULL AND f.recordedTo >= begin AND f.recordedTo.year < 9999 AND NOT EXISTS { (:Fact)-[:REVISES]->(f) }
  RETURN f, f.recordedTo AS at, 'dropped' AS change, head(COLLECT { MATCH (f)<-[:DROPS]-(claim:Statement) RETURN claim.id }) AS because
}
RETURN at, change, f.text AS fact,
  CASE WHEN f.validFrom.year < 1 THEN null ELSE f.validFrom END AS since,
  CASE WHEN f.validTo.year = 9999 THEN null ELSE f.validTo END AS until, because
ORDER BY at DESC, fact
LIMIT 200
