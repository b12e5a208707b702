// Copies statements into a new generation, as they read there.
//   $space  from which generation     $to  into which     $statements  [{id, properties}]
CYPHER 25
UNWIND $statements AS read
MATCH (s:Statement {space: $space, id: read.id})
CREATE (copy:Statement)
SET copy = s {.*, space: $to}
SET copy += read.properties
WITH s, copy
MATCH (s)-[said:SAID_IN]->(e:Episode)
CREATE (copy)-[same:SAID_IN]->(e)
SET same = properties(said)
