// A fact as it was believed at a moment; if it no longer was, as it was believed last.
//   $space  whose memory     $id  which fact     $knownAt  the moment
// Returns fact, with its evidence. No row if nobody had heard of it.     Try it: :param {space: 'abc1', id: '…', knownAt: datetime()}
CYPHER 25
MATCH (f:Fact {space: $space, id: $id})
USING INDEX SEEK f:Fact(space, id, version)
WHERE f.version IS NOT NULL AND f.recordedFrom <= $knownAt
WITH f ORDER BY f.space DESC, f.id DESC, f.version DESC LIMIT 1
WITH f, CASE WHEN $knownAt < f.recordedTo THEN $knownAt ELSE f.recordedFrom END AS moment
RETURN f {.*, embedding: null,
  evidence: COLLECT {
    MATCH (f)-[:REVISES*0..]->(:Fact)<-[r:SUPPORTS]-(s:Statement)
    WHERE r.recordedFrom <= moment AND moment < r.recordedTo
    RETURN {statement: s.id, episode: s.episodeId, quote: s.quote} ORDER BY s.observedAt, s.id LIMIT 50
  }} AS fact
