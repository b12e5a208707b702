// What a context needs besides what was recalled: the core memory of a moment, and of whom some facts are.
//   $tenant, $name  whose memory     $knownAt  the moment     $facts  their ids     $limit  how many blocks
// Returns blocks, by label, and facts {id, subject, subjectName, subjectType, validFromPrecision, validToPrecision}. No row if there is no such space.
CYPHER 25
MATCH (s:Space {tenant: $tenant, name: $name})
OPTIONAL MATCH (s)-[:HAS_GENERATION]->(g:Generation)
WHERE g.recordedFrom <= $knownAt AND $knownAt < g.recordedTo
RETURN COLLECT {
    MATCH (b:Block {space: s.key})
    USING INDEX b:Block(space, recordedTo, label)
    WHERE b.recordedTo > $knownAt AND b.label IS NOT NULL AND b.recordedFrom <= $knownAt
    RETURN b {.*} ORDER BY b.label LIMIT $limit
  } AS blocks,
  COLLECT {
    UNWIND $facts AS id
    MATCH (f:Fact {space: coalesce(g.space, s.key), id: id})
    USING INDEX f:Fact(space, id, recordedTo)
    WHERE f.recordedTo > $knownAt AND f.recordedFrom <= $knownAt
    RETURN f {.id, .subject, .subjectName, .subjectType, .validFromPrecision, .validToPrecision}
  } AS facts
