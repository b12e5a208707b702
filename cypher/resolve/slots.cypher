// All that was claimed about some slots, and what is and once was believed of it.
//   $space  whose memory     $slots  which
// Returns slot, statements, facts: those believed, each with the statements that support and end it;
// former: those no longer believed, as they were last.
CYPHER 25
UNWIND $slots AS slot
RETURN slot,
  COLLECT {
    CALL (slot) {
      MATCH (s:Statement {space: $space, slot: slot})
      RETURN s
      UNION
      MATCH (s:Statement {space: $space, mirror: slot})
      RETURN s
    }
    RETURN s {.*, embedding: null} AS s
  } AS statements,
  COLLECT {
    MATCH (f:Fact {space: $space, slot: slot, recordedTo: datetime('9999-12-31T23:59:59.999999Z')})
    RETURN f {.*, embedding: null,
      supports: COLLECT {
        MATCH (f)-[:REVISES*0..]->(:Fact)<-[r:SUPPORTS]-(s:Statement) WHERE r.recordedTo = f.recordedTo RETURN s.id
      },
      ends: COLLECT {
        MATCH (f)-[:REVISES*0..]->(:Fact)<-[r:ENDS]-(s:Statement) WHERE r.recordedTo = f.recordedTo RETURN s.id
      }}
  } AS facts,
  COLLECT {
    MATCH (f:Fact {space: $space, slot: slot})
    WHERE f.recordedTo < datetime('9999-12-31T23:59:59.999999Z') AND NOT EXISTS { (:Fact)-[:REVISES]->(f) }
    RETURN f {.*, embedding: null,
      supports: COLLECT {
        MATCH (f)-[:REVISES*0..]->(:Fact)<-[r:SUPPORTS]-(s:Statement) WHERE r.recordedTo = f.recordedTo RETURN s.id
      },
      ends: COLLECT {
        MATCH (f)-[:REVISES*0..]->(:Fact)<-[r:ENDS]-(s:Statement) WHERE r.recordedTo = f.recordedTo RETURN s.id
      }}
  } AS former
