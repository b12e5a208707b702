// What changed this week: what is believed since then, and what no longer is.
//   $tenant, $name  whose memory     $days  how far back
// Returns at, change, fact, since, until, because (the statement or decision).
// Try it: :param {tenant: 'default', name: 'demo', days: 7}
CYPHER 25
MATCH (s:Space {tenant: $tenant, name: $name})
MATCH (f:Fact {space: coalesce(s.generation, s.key)})
USING INDEX SEEK f:Fact(space, recordedFrom)
WHERE f.recordedFrom >= datetime() - duration({days: toInteger($days)})
RETURN f.recordedFrom AS at,
  CASE WHEN f.version = 1 THEN 'new' WHEN f.recordedTo.year < 9999 AND NOT EXISTS { (:Fact)-[:REVISES]->(f) } THEN 'dropped since'
    ELSE 'changed' END AS change, f.text AS fact,
  CASE WHEN f.validFrom.year < 1 THEN null ELSE f.validFrom END AS since,
  CASE WHEN f.validTo.year = 9999 THEN null ELSE f.validTo END AS until, f.cause AS because
ORDER BY at DESC, fact
LIMIT 200
