// Facts between some entities and others that hold at a moment, as they were believed at another. Of an entity with very
// many facts only the latest ones are looked at, so that later changes move nobody in or out of an earlier picture.
//   $space  whose memory     $entities  their ids     $validAt, $knownAt  as of when     $owners  whose own ones, besides those of all ('')     $cap  how many of an entity are looked at
// Returns entity, crowded (there are more than were looked at), facts, the latest first.
CYPHER 25
UNWIND $entities AS entity
CALL (entity) {
  MATCH (f:Fact {space: $space, subject: entity})
  USING INDEX SEEK f:Fact(space, subject, id)
  WHERE f.id > '' AND f.object IS NOT NULL AND f.owner IN $owners
    AND f.recordedFrom <= $knownAt AND f.recordedTo > $knownAt
  RETURN f ORDER BY f.space DESC, f.subject DESC, f.id DESC LIMIT $cap
  UNION ALL
  MATCH (f:Fact {space: $space, object: entity})
  USING INDEX SEEK f:Fact(space, object, id)
  WHERE f.id > '' AND f.owner IN $owners AND f.recordedFrom <= $knownAt AND f.recordedTo > $knownAt
  RETURN f ORDER BY f.space DESC, f.object DESC, f.id DESC LIMIT $cap
}
WITH entity, collect(f) AS found
RETURN entity, size(found) >= $cap AS crowded, [f IN found
  WHERE f.validFrom <= $validAt AND $validAt < f.validTo AND $validAt < f.expiresAt
  | f {.*, embedding: null, evidence: []}] AS facts
