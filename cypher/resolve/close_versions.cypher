// Closes the versions in force of some facts: from now on they are what was believed before.
//   $space  whose memory     $now  the moment of recording
//   $facts  [{id, mergedInto, droppedBy}]: the fact that it turned out to be, and the statements because of which it is dropped
CYPHER 25
UNWIND $facts AS closed
MATCH (f:Fact {space: $space, id: closed.id, recordedTo: datetime('9999-12-31T23:59:59.999999Z')})
SET f.recordedTo = $now, f.mergedInto = closed.mergedInto
REMOVE f.live
WITH f, closed
UNWIND closed.droppedBy AS statement
MATCH (s:Statement {space: $space, id: statement})
CREATE (s)-[:DROPS {recordedFrom: $now, recordedTo: datetime('9999-12-31T23:59:59.999999Z')}]->(f)
