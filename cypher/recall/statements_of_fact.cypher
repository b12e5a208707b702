// The statements behind a fact up to a moment: those that end it or drop it, then those that support it, each the last first.
//   $space  whose memory     $id  which fact     $knownAt  the moment     $limit  how many
// Returns statement, role, recordedFrom, recordedTo: when they counted.
CYPHER 25
MATCH (f:Fact {space: $space, id: $id})
USING INDEX SEEK f:Fact(space, id, version)
WHERE f.version IS NOT NULL
MATCH (f)<-[r:SUPPORTS|ENDS|DROPS]-(s:Statement)
WHERE r.recordedFrom <= $knownAt
RETURN s {.*, embedding: null} AS statement, type(r) AS role, r.recordedFrom AS recordedFrom, r.recordedTo AS recordedTo
ORDER BY type(r) = 'SUPPORTS', s.observedAt DESC, s.position DESC, s.id DESC, r.recordedFrom DESC
LIMIT $limit
