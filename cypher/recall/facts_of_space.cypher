// Facts of a space as they were believed at a moment, the newest first.
//   $space  whose memory     $knownAt  the moment     $before  the id of the last one of the page before     $limit  how many
//   $predicate, $kind, $agentId  which, null for all     $owners  whose own ones, besides those of all ('')     $status, $validAt  as of when, null for all
// Returns fact, with its evidence.
// Ordered by its index, else all of it would be read and sorted for one page: by one whose keys stay as they are, since a reader
// beside a writer may miss what moves in an index.
CYPHER 25
MATCH (f:Fact {space: $space})
USING INDEX SEEK f:Fact(space, id, version)
WHERE f.id < $before AND f.version IS NOT NULL AND f.recordedTo > $knownAt AND f.recordedFrom <= $knownAt AND f.owner IN $owners
  AND ($predicate IS NULL OR f.predicate = $predicate)
  AND ($kind IS NULL OR f.kind = $kind)
  AND ($agentId IS NULL OR f.agentId = $agentId)
  AND ($status IS NULL OR $status = CASE WHEN $validAt < f.validFrom THEN 'FUTURE'
    WHEN $validAt < f.validTo AND $validAt < f.expiresAt THEN 'CURRENT' ELSE 'ENDED' END)
WITH f, $knownAt AS moment
ORDER BY f.space DESC, f.id DESC
LIMIT $limit
RETURN f {.*, embedding: null,
  evidence: COLLECT {
    MATCH (f)-[:REVISES*0..]->(:Fact)<-[r:SUPPORTS]-(s:Statement)
    WHERE r.recordedFrom <= moment AND moment < r.recordedTo
    RETURN {statement: s.id, episode: s.episodeId, quote: s.quote} ORDER BY s.observedAt, s.id LIMIT 50
  }} AS fact
