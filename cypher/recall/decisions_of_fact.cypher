// What models and people have decided about a fact, up to a moment, the oldest first: on who is who where that has moved it,
// and on what speaks against it.
//   $space  whose memory     $id  which fact     $knownAt  the moment
// Returns decision: id, kind, verdict, reason, by (the model; null for a person), at.
CYPHER 25
MATCH (f:Fact {space: $space, id: $id})
USING INDEX SEEK f:Fact(space, id, version)
WHERE f.version IS NOT NULL AND f.recordedFrom <= $knownAt
WITH collect(DISTINCT f.cause) AS causes, collect(DISTINCT f.slot) AS slots
CALL (causes, slots) {
  UNWIND causes AS cause
  MATCH (d:Decision {space: $space, id: cause})
  WHERE d.at <= $knownAt
  RETURN d {.id, .kind, verdict: null, .reason, .by, .at} AS decision
  UNION
  UNWIND slots AS slot
  MATCH (:Statement {space: $space, slot: slot})<-[:ABOUT]-(s:Suggestion)
  WHERE s.judgedAt <= $knownAt
  RETURN s {.id, .kind, .verdict, reason: s.verdictReason, by: s.judgedBy, at: s.judgedAt} AS decision
}
RETURN decision
ORDER BY decision.at, decision.id
LIMIT 100
