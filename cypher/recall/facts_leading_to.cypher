// Facts of others that lead to an entity and hold at a moment, as they were believed at another, the newest first. Of very many
// only the latest ones are looked at.
//   $space  whose memory     $object  the entity     $validAt, $knownAt  as of when     $owners  whose own ones, besides those of all ('')
//   $looked  how many are looked at     $limit  how many
// Returns fact, with its evidence.
CYPHER 25
CALL () {
  MATCH (f:Fact {space: $space, object: $object})
  USING INDEX SEEK f:Fact(space, object, id)
  WHERE f.id > '' AND f.recordedTo > $knownAt AND f.recordedFrom <= $knownAt AND f.owner IN $owners
  WITH f ORDER BY f.space DESC, f.object DESC, f.id DESC LIMIT $looked
  WHERE f.validFrom <= $validAt AND $validAt < f.validTo AND $validAt < f.expiresAt
  RETURN f LIMIT $limit
}
WITH f, $knownAt AS moment
ORDER BY f.id DESC
RETURN f {.*, embedding: null,
  evidence: reverse(COLLECT {
    MATCH (f)-[:REVISES*0..]->(:Fact)<-[r:SUPPORTS]-(s:Statement)
    WHERE r.recordedFrom <= moment AND moment < r.recordedTo
    RETURN {statement: s.id, episode: s.episodeId, quote: s.quote} ORDER BY s.observedAt DESC, s.id DESC LIMIT 50
  })} AS fact
