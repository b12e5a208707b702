// All facts about an entity as far as they were known at a moment, those that are no longer believed included, slot by slot in order of time.
//   $space  whose memory     $subject  the entity     $knownAt  the moment     $predicate  which, null for all     $owners  whose own ones, besides those of all ('')     $limit  how many
// Returns slot, fact with the evidence that it has or had.
CYPHER 25
MATCH (f:Fact {space: $space, subject: $subject})
USING INDEX f:Fact(space, subject, recordedTo)
WHERE f.recordedTo IS NOT NULL AND f.recordedFrom <= $knownAt AND f.owner IN $owners
  AND ($predicate IS NULL OR f.predicate = $predicate)
  AND NOT EXISTS { (next:Fact)-[:REVISES]->(f) WHERE next.recordedFrom <= $knownAt }
WITH f, CASE WHEN $knownAt < f.recordedTo THEN $knownAt ELSE f.recordedFrom END AS moment
ORDER BY f.slot, f.validFrom, f.id
LIMIT $limit
RETURN f.slot AS slot, f {.*, embedding: null,
  evidence: COLLECT {
    MATCH (f)-[:REVISES*0..]->(:Fact)<-[r:SUPPORTS]-(s:Statement)
    WHERE r.recordedFrom <= moment AND moment < r.recordedTo
    RETURN {statement: s.id, episode: s.episodeId, quote: s.quote} ORDER BY s.observedAt, s.id LIMIT 50
  }} AS fact
