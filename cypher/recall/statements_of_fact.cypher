// The statements behind a fact up to a moment, in the order in which they were heard: those that support it, end it or drop it.
//   $space  whose memory     $id  which fact     $knownAt  the moment     $limit  how many
// Returns statement, role, recordedFrom, recordedTo: when they counted.
CYPHER 25
MATCH (f:Fact {space: $space, id: $id})
USING INDEX SEEK f:Fact(space, id, version)
WHERE f.version IS NOT NULL
MATCH (f)<-[r:SUPPORTS|ENDS|DROPS]-(s:Statement)
WHERE r.recordedFrom <= $knownAt
RETURN s {.*, embedding: null} AS statement, type(r) AS role, r.recordedFrom AS recordedFrom, r.recordedTo AS recordedTo
ORDER BY s.observedAt, s.position, s.id, r.recordedFrom
LIMIT $limit
