// Facts about an entity, from either end, that began or ended lately, or of which it was lately learned that they had ended or were wrong, as
// known at a moment, the last change first. Of very many only the latest ones are looked at.
//   $space  whose memory     $subject  the entity     $owners  whose own ones, besides those of all ('')     $validAt, $knownAt  as of when
//   $validSince, $knownSince  since when a change is a late one     $looked  how many are looked at     $limit  how many
// Returns fact, with the evidence that it has or had.
CYPHER 25
CALL () {
  MATCH (f:Fact {space: $space, subject: $subject})
  USING INDEX SEEK f:Fact(space, subject, recordedTo)
  WHERE f.recordedTo > $knownSince AND f.recordedTo <= $knownAt AND f.owner IN $owners
  WITH f ORDER BY f.space DESC, f.subject DESC, f.recordedTo DESC LIMIT $looked
  RETURN f.id AS id
UNION
  MATCH (f:Fact {space: $space, subject: $subject})
  USING INDEX SEEK f:Fact(space, subject, id)
  WHERE f.id > '' AND f.recordedTo > $knownAt AND f.recordedFrom <= $knownAt AND f.owner IN $owners
  WITH f ORDER BY f.space DESC, f.subject DESC, f.id DESC LIMIT $looked
  WHERE $validSince < f.validFrom <= $validAt OR $validSince < f.validTo <= $validAt OR $validSince < f.expiresAt <= $validAt
  RETURN f.id AS id
UNION
  MATCH (f:Fact {space: $space, object: $subject})
  USING INDEX SEEK f:Fact(space, object, recordedTo)
  WHERE f.recordedTo > $knownSince AND f.recordedTo <= $knownAt AND f.owner IN $owners
  WITH f ORDER BY f.space DESC, f.object DESC, f.recordedTo DESC LIMIT $looked
  RETURN f.id AS id
UNION
  MATCH (f:Fact {space: $space, object: $subject})
  USING INDEX SEEK f:Fact(space, object, id)
  WHERE f.id > '' AND f.recordedTo > $knownAt AND f.recordedFrom <= $knownAt AND f.owner IN $owners
  WITH f ORDER BY f.space DESC, f.object DESC, f.id DESC LIMIT $looked
  WHERE $validSince < f.validFrom <= $validAt OR $validSince < f.validTo <= $validAt OR $validSince < f.expiresAt <= $validAt
  RETURN f.id AS id
}
CALL (id) {
  MATCH (f:Fact {space: $space, id: id})
  USING INDEX SEEK f:Fact(space, id, version)
  WHERE f.version IS NOT NULL AND f.recordedFrom <= $knownAt
  RETURN f ORDER BY f.space DESC, f.id DESC, f.version DESC LIMIT 1
}
WITH f, CASE WHEN f.validTo < f.expiresAt THEN f.validTo ELSE f.expiresAt END AS over
WITH f, over, CASE
  WHEN f.recordedTo <= $knownAt THEN f.recordedTo
  WHEN over <= $validSince THEN f.recordedFrom
  WHEN over <= $validAt THEN over
  WHEN $validSince < f.validFrom <= $validAt THEN f.validFrom
END AS changed
WHERE $subject IN [f.subject, f.object] AND changed IS NOT NULL AND NOT (f.recordedTo <= $knownAt AND f.mergedInto IS NOT NULL)
WITH f, CASE WHEN $knownAt < f.recordedTo THEN $knownAt ELSE f.recordedFrom END AS moment
ORDER BY changed DESC, f.id DESC
LIMIT $limit
RETURN f {.*, embedding: null,
  evidence: reverse(COLLECT {
    MATCH (f)-[:REVISES*0..]->(:Fact)<-[r:SUPPORTS]-(s:Statement)
    WHERE r.recordedFrom <= moment AND moment < r.recordedTo
    RETURN {statement: s.id, episode: s.episodeId, quote: s.quote} ORDER BY s.observedAt DESC, s.id DESC LIMIT 50
  })} AS fact
