// Whom the statements behind a fact meant, before anybody turned out to be somebody else, those of the oldest statement first.
//   $space  whose memory     $id  which fact
// Returns subject, object (null for a value); from, precision: the first start that they tell, null if one of them knows none;
// saidLast: when the last of all that it rests on was observed; starts [{at, precision}]: those that are told coarsely by
// what supports it; startsLast: the last one of all; before: when it last ended to be so before, null if it had never been; sessionId: where it was told, null if nowhere.
CYPHER 25
MATCH (f:Fact {space: $space, id: $id, recordedTo: datetime('9999-12-31T23:59:59.999999Z')})
MATCH (f)-[:REVISES*0..]->(:Fact)<-[r:SUPPORTS|ENDS]-(s:Statement)
WHERE r.recordedTo = f.recordedTo
WITH f, collect({statement: s, supports: type(r) = 'SUPPORTS'}) AS evidence, max(s.observedAt) AS saidLast
WITH evidence, saidLast, nullIf(f.sessionId, '') AS sessionId, head(COLLECT {
  MATCH (b:Fact {space: $space, slot: f.slot, recordedTo: f.recordedTo})
  WHERE b.state = f.state AND b.validTo <= f.validFrom
  RETURN b.validTo ORDER BY b.validTo DESC LIMIT 1
}) AS before
UNWIND [each IN evidence WHERE each.supports | each.statement] AS s
WITH s, saidLast, before, sessionId, CASE WHEN s.turned THEN s.objectSaid ELSE s.subjectSaid END AS subject,
  CASE WHEN s.turned THEN s.subjectSaid ELSE s.objectSaid END AS object
ORDER BY s.validFrom, s.id
WITH subject, object, saidLast, before, sessionId, count(*) = count(s.validFrom) AS dated, min(s.observedAt) AS observed,
  collect(DISTINCT CASE WHEN s.basis = 'STATED' AND s.validFromPrecision <> 'INSTANT'
    THEN {at: s.validFrom, precision: s.validFromPrecision} END) AS starts,
  max(coalesce(s.validFrom, s.observedAt)) AS startsLast, head(collect(s {.validFrom, .validFromPrecision})) AS first
ORDER BY observed, subject, object
RETURN subject, object, CASE WHEN dated THEN first.validFrom END AS from,
  CASE WHEN dated THEN first.validFromPrecision END AS precision, saidLast, starts, startsLast, before, sessionId
