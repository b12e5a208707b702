// What holds last in those of some slots where all was said before something new, and speaks of what was before it.
//   $space  whose memory     $slots  [{slot, from: when what is new begins, observedAt: when it was said}]
// Returns slot; facts: what holds last, unless it has ended; statements: those that support it.
CYPHER 25
UNWIND $slots AS new
WITH new
// What was kept before this was noted of statements has no concernedUntil.
WHERE NOT EXISTS {
  MATCH (s:Statement {space: $space, slot: new.slot})
  WHERE s.observedAt >= new.observedAt OR s.concernedUntil > new.from OR s.concernedUntil IS NULL
}
RETURN new.slot AS slot,
  COLLECT {
    MATCH (f:Fact {space: $space, slot: new.slot, recordedTo: datetime('9999-12-31T23:59:59.999999Z')})
    USING INDEX f:Fact(space, slot, recordedTo)
    WHERE f.validTo = datetime('9999-12-31T23:59:59.999999Z')
    RETURN f {.*, embedding: null, ends: [],
      supports: COLLECT {
        MATCH (f)-[:REVISES*0..]->(:Fact)<-[r:SUPPORTS]-(s:Statement) WHERE r.recordedTo = f.recordedTo RETURN s.id
      }}
  } AS facts,
  COLLECT {
    MATCH (f:Fact {space: $space, slot: new.slot, recordedTo: datetime('9999-12-31T23:59:59.999999Z')})
    USING INDEX f:Fact(space, slot, recordedTo)
    WHERE f.validTo = datetime('9999-12-31T23:59:59.999999Z')
    MATCH (f)-[:REVISES*0..]->(:Fact)<-[r:SUPPORTS]-(s:Statement)
    WHERE r.recordedTo = f.recordedTo
    RETURN s {.*, embedding: null} AS s
  } AS statements
