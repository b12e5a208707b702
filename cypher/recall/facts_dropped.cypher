// Facts of a space that were once believed and no longer at a moment, as they were last, the newest first.
//   $space  whose memory     $subjects  about whom, null for all     $knownAt  the moment     $before  the id of the last one of the page before     $limit  how many
//   $predicate, $kind, $agentId  which, null for all     $owners  whose own ones, besides those of all ('')
// Returns fact, with the evidence that it had.
// Ordered by the whole of its index, else all of it would be read and sorted for one page.
CYPHER 25
MATCH (f:Fact {space: $space})
USING INDEX SEEK f:Fact(space, id, recordedTo)
WHERE f.id < $before AND f.recordedTo <= $knownAt AND f.owner IN $owners
  AND ($subjects IS NULL OR f.subject IN $subjects OR f.mutual IN $subjects)
  AND ($predicate IS NULL OR f.predicate = $predicate)
  AND ($kind IS NULL OR f.kind = $kind)
  AND ($agentId IS NULL OR f.agentId = $agentId)
  AND NOT EXISTS { (next:Fact)-[:REVISES]->(f) WHERE next.recordedFrom <= $knownAt }
WITH f, f.recordedFrom AS moment
ORDER BY f.space DESC, f.id DESC
LIMIT $limit
RETURN f {.*, embedding: null,
  evidence: COLLECT {
    MATCH (f)-[:REVISES*0..]->(:Fact)<-[r:SUPPORTS]-(s:Statement)
    WHERE r.recordedFrom <= moment AND moment < r.recordedTo
    RETURN {statement: s.id, episode: s.episodeId, quote: s.quote} ORDER BY s.observedAt, s.id LIMIT 50
  }} AS fact
