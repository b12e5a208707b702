// Keeps statements in other slots: those whom they mean turned out to be others.
//   $space  whose memory
//   $statements  [{id, properties}], without what they no longer have
CYPHER 25
UNWIND $statements AS moved
MATCH (s:Statement {space: $space, id: moved.id})
SET s += moved.properties
