// Where do sources disagree: statements that are not believed although nobody took them back, beside what is believed instead.
//   $tenant, $name  whose memory
// Returns unbelieved, saidAt, by (whose word), instead (facts of the same slot).
// Try it: :param {tenant: 'default', name: 'demo'}
CYPHER 25
MATCH (s:Space {tenant: $tenant, name: $name})
MATCH (claim:Statement {space: coalesce(s.generation, s.key)})
USING INDEX SEEK claim:Statement(space, slot)
WHERE claim.slot IS NOT NULL AND claim.polarity = 'ASSERT' AND NOT claim.suggestion
  AND NOT EXISTS { MATCH (claim)-[r:SUPPORTS]->(:Fact) WHERE r.recordedTo.year = 9999 }
MATCH (f:Fact {space: claim.space, slot: claim.slot, recordedTo: datetime('9999-12-31T23:59:59.999999Z')})
USING INDEX SEEK f:Fact(space, slot, recordedTo)
RETURN claim.text AS unbelieved, claim.observedAt AS saidAt, coalesce(claim.agentId, claim.authority) AS by,
  collect(f.text) AS instead
ORDER BY saidAt DESC
LIMIT 100
