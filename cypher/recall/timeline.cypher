// All facts about an entity as far as they were known at a moment, those that are no longer believed and those that say the
// same of both ends included, slot by slot in order of time. What only one other can be at a time is one slot, whichever end it is.
//   $space  whose memory     $subject  the entity     $knownAt  the moment     $predicate  which, null for all     $owners  whose own ones, besides those of all ('')     $limit  how many
// Returns slot, fact with the evidence that it has or had.
CYPHER 25
CALL () {
  MATCH (f:Fact {space: $space, subject: $subject})
  USING INDEX SEEK f:Fact(space, subject, id)
  WHERE f.id > ''
  RETURN f, f.slot AS slot
  UNION
  MATCH (f:Fact {space: $space, mutual: $subject})
  USING INDEX SEEK f:Fact(space, mutual, id)
  WHERE f.id > ''
  RETURN f, CASE WHEN f.slot CONTAINS $subject THEN f.slot ELSE replace(f.slot, f.subject, $subject) END AS slot
}
WITH f, slot
WHERE f.recordedFrom <= $knownAt AND f.owner IN $owners
  AND ($predicate IS NULL OR f.predicate = $predicate)
  AND NOT EXISTS { (next:Fact)-[:REVISES]->(f) WHERE next.recordedFrom <= $knownAt }
WITH f, slot, CASE WHEN $knownAt < f.recordedTo THEN $knownAt ELSE f.recordedFrom END AS moment
ORDER BY slot, f.validFrom, f.id
LIMIT $limit
RETURN slot, f {.*, embedding: null,
  evidence: COLLECT {
    MATCH (f)-[:REVISES*0..]->(:Fact)<-[r:SUPPORTS]-(s:Statement)
    WHERE r.recordedFrom <= moment AND moment < r.recordedTo
    RETURN {statement: s.id, episode: s.episodeId, quote: s.quote} ORDER BY s.observedAt, s.id LIMIT 50
  }} AS fact
