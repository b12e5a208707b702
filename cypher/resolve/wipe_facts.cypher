// Takes facts out of a generation that nobody has seen yet, with the relationships that show them.
//   $space  of which generation     $from  which it comes from     $facts  ids     $slots  all of these that only the new one knows
CYPHER 25
CALL () {
  UNWIND $facts AS id
  MATCH (f:Fact {space: $space, id: id})
  USING INDEX SEEK f:Fact(space, id, version)
  WHERE f.version IS NOT NULL
  RETURN f
  UNION
  UNWIND $slots AS slot
  MATCH (f:Fact {space: $space, slot: slot})
  USING INDEX SEEK f:Fact(space, slot, recordedTo)
  WHERE f.recordedTo IS NOT NULL AND NOT EXISTS {
    MATCH (known:Fact {space: $from, id: f.id})
    WHERE known.version IS NOT NULL
  }
  RETURN f
}
CALL (f) {
  MATCH (:Entity {space: $space, id: f.subject})-[r]->(:Entity {space: $space, id: f.object})
  WHERE r.fact = f.id
  DELETE r
}
DETACH DELETE f
