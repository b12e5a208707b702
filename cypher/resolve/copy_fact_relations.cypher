// Copies into a new generation how versions of facts hang together, as far as both are there.
//   $space  from which generation     $to  into which     $facts  ids
CYPHER 25
UNWIND $facts AS id
MATCH (f:Fact {space: $space, id: id})
USING INDEX SEEK f:Fact(space, id, version)
WHERE f.version IS NOT NULL
MATCH (f)-[r:REVISES|SUPERSEDED_BY]->(other:Fact)
MATCH (copy:Fact {space: $to, id: id, version: f.version})
MATCH (otherCopy:Fact {space: $to, id: other.id, version: other.version})
CREATE (copy)-[copied:$(type(r))]->(otherCopy)
SET copied = properties(r)
