// Facts about an entity that hold at a moment, as they were believed at another, those that say the same of both ends
// included, the newest first. Of very many only the latest ones of each kind are looked at.
//   $space  whose memory     $subject  the entity     $kinds  of facts     $validAt, $knownAt  as of when     $owners  whose own ones, besides those of all ('')
//   $looked  how many of a kind are looked at     $limit  how many
// Returns fact, with its evidence.
CYPHER 25
UNWIND $kinds AS kind
CALL (kind) {
  MATCH (f:Fact {space: $space, subject: $subject, kind: kind})
  USING INDEX SEEK f:Fact(space, subject, kind, id)
  WHERE f.id > '' AND f.recordedTo > $knownAt AND f.recordedFrom <= $knownAt AND f.owner IN $owners
  WITH f ORDER BY f.space DESC, f.subject DESC, f.kind DESC, f.id DESC LIMIT $looked
  WHERE f.validFrom <= $validAt AND $validAt < f.validTo AND $validAt < f.expiresAt
  RETURN f LIMIT $limit
  UNION
  MATCH (f:Fact {space: $space, mutual: $subject})
  USING INDEX SEEK f:Fact(space, mutual, id)
  WHERE f.id > '' AND f.kind = kind AND f.recordedTo > $knownAt AND f.recordedFrom <= $knownAt AND f.owner IN $owners
  WITH f ORDER BY f.space DESC, f.mutual DESC, f.id DESC LIMIT $looked
  WHERE f.validFrom <= $validAt AND $validAt < f.validTo AND $validAt < f.expiresAt
  RETURN f LIMIT $limit
}
WITH f, $knownAt AS moment
ORDER BY f.id DESC
LIMIT $limit
RETURN f {.*, embedding: null,
  evidence: reverse(COLLECT {
    MATCH (f)-[:REVISES*0..]->(:Fact)<-[r:SUPPORTS]-(s:Statement)
    WHERE r.recordedFrom <= moment AND moment < r.recordedTo
    RETURN {statement: s.id, episode: s.episodeId, quote: s.quote} ORDER BY s.observedAt DESC, s.id DESC LIMIT 50
  })} AS fact
