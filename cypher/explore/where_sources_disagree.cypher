// Where do sources disagree: statements that are not believed although nobody took them back, beside what is believed instead.
//   $tenant, $name  whose memory
// Returns unbelieved, saidAt, by (whose word), instead (what is believed in its place).
// Try it: :param {tenant: 'default', name: 'demo'}
CYPHER 25
MATCH (s:Space {tenant: $tenant, name: $name})
MATCH (claim:Statement {space: coalesce(s.generation, s.key)})
USING INDEX SEEK claim:Statement(space, slot)
WHERE claim.slot IS NOT NULL AND claim.polarity = 'ASSERT' AND NOT claim.suggestion
  AND NOT EXISTS { MATCH (claim)-[r:SUPPORTS]->(:Fact) WHERE r.recordedTo.year = 9999 }
  AND NOT EXISTS {
    MATCH (back:Statement {space: claim.space, slot: claim.slot, polarity: 'RETRACT'})
    WHERE back.state IN [claim.state, '*'] AND back.observedAt >= claim.observedAt
      AND coalesce(back.validFrom <= claim.validFrom, true) AND coalesce(claim.validFrom < back.validTo, true)
  }
CALL (claim) {
  MATCH (f:Fact {space: claim.space, slot: claim.slot, recordedTo: datetime('9999-12-31T23:59:59.999999Z')})
  USING INDEX SEEK f:Fact(space, slot, recordedTo)
  RETURN f
  UNION
  // What says the same of both ends may stand with the other one.
  MATCH (f:Fact {space: claim.space, slot: claim.mirror, recordedTo: datetime('9999-12-31T23:59:59.999999Z')})
  USING INDEX SEEK f:Fact(space, slot, recordedTo)
  RETURN f
  UNION
  UNWIND [claim.subject, claim.object] AS end
  MATCH (f:Fact {space: claim.space, mutual: end})
  USING INDEX SEEK f:Fact(space, mutual, id)
  WHERE f.id > '' AND claim.mirror IS NOT NULL AND f.predicate = claim.predicate
    AND f.recordedTo = datetime('9999-12-31T23:59:59.999999Z')
  RETURN f
}
RETURN claim.text AS unbelieved, claim.observedAt AS saidAt, coalesce(claim.agentId, claim.authority) AS by,
  collect(f.text) AS instead
ORDER BY saidAt DESC
LIMIT 100
