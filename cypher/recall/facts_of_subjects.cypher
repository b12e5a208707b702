// Facts about some entities as they were believed at a moment, those that say the same of both ends included, the newest first.
//   $space  whose memory     $subjects  their ids     $knownAt  the moment     $before  the id of the last one of the page before     $limit  how many
//   $predicate, $kind, $agentId  which, null for all     $owners  whose own ones, besides those of all ('')     $status, $validAt  as of when, null for all
// Returns fact, with its evidence.
// Ordered by the whole of its index, else all of it would be read and sorted for one page.
CYPHER 25
UNWIND $subjects AS subject
CALL (subject) {
  MATCH (f:Fact {space: $space, subject: subject})
  USING INDEX SEEK f:Fact(space, subject, id)
  WHERE f.id < $before AND f.recordedTo > $knownAt AND f.recordedFrom <= $knownAt AND f.owner IN $owners
    AND ($predicate IS NULL OR f.predicate = $predicate)
    AND ($kind IS NULL OR f.kind = $kind)
    AND ($agentId IS NULL OR f.agentId = $agentId)
    AND ($status IS NULL OR $status = CASE WHEN $validAt < f.validFrom THEN 'FUTURE'
      WHEN $validAt < f.validTo AND $validAt < f.expiresAt THEN 'CURRENT' ELSE 'ENDED' END)
  RETURN f
  ORDER BY f.space DESC, f.subject DESC, f.id DESC
  LIMIT $limit
  UNION
  MATCH (f:Fact {space: $space, mutual: subject})
  USING INDEX SEEK f:Fact(space, mutual, id)
  WHERE f.id < $before AND f.recordedTo > $knownAt AND f.recordedFrom <= $knownAt AND f.owner IN $owners
    AND ($predicate IS NULL OR f.predicate = $predicate)
    AND ($kind IS NULL OR f.kind = $kind)
    AND ($agentId IS NULL OR f.agentId = $agentId)
    AND ($status IS NULL OR $status = CASE WHEN $validAt < f.validFrom THEN 'FUTURE'
      WHEN $validAt < f.validTo AND $validAt < f.expiresAt THEN 'CURRENT' ELSE 'ENDED' END)
  RETURN f
  ORDER BY f.space DESC, f.mutual DESC, f.id DESC
  LIMIT $limit
}
WITH DISTINCT f, $knownAt AS moment
ORDER BY f.id DESC
LIMIT $limit
RETURN f {.*, embedding: null,
  evidence: COLLECT {
    MATCH (f)-[:REVISES*0..]->(:Fact)<-[r:SUPPORTS]-(s:Statement)
    WHERE r.recordedFrom <= moment AND moment < r.recordedTo
    RETURN {statement: s.id, episode: s.episodeId, quote: s.quote} ORDER BY s.observedAt, s.id LIMIT 50
  }} AS fact
