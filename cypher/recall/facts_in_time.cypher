// Facts that hold in the time that a question asks about, those that begin or end in it first, then the nearest to the question.
//   $space, $home  whose memory, beliefs and the rest of it     $vector  the question     $owners  whose own ones, besides those of all ('')     $kinds  of facts
//   $sessionFrom..$sessionTo, $agentFrom..$agentTo  one name or all     $begun, $over  it holds at some time from $over until $begun     $validAt  not expired then     $knownAt  as of when
//   $predicates  which, null for all     $tags  of the metadata     $candidates  how many to look at     $wanted  how many to give
// Returns exhausted (no more would be found), hits [{fact, use (how often it has helped and not), score}], best first.
CYPHER 25
MATCH (f:Fact)
SEARCH f IN (
  VECTOR INDEX fact_meaning FOR $vector
  WHERE f.space = $space AND f.owner IN $owners
    AND f.kind IN $kinds // if narrowed
    AND f.predicate IN $predicates // if predicates
    AND f.sessionId >= $sessionFrom AND f.sessionId <= $sessionTo // if narrowed
    AND f.agentId >= $agentFrom AND f.agentId <= $agentTo // if narrowed
    AND f.validFrom <= $begun AND f.validTo > $over
    AND f.recordedFrom <= $knownAt AND f.recordedTo > $knownAt
    AND f.expiresAt > $validAt
  LIMIT $candidates
) SCORE AS similarity
WITH collect({fact: f, similarity: similarity}) AS found
WITH found, EXISTS { MATCH (u:Feedback {space: $home}) WHERE u.memory > '' } AS judged
RETURN size(found) < $candidates AS exhausted, COLLECT {
  UNWIND found AS hit
  WITH hit.fact AS f, hit.similarity AS similarity
  WHERE all(tag IN $tags WHERE tag IN f.tags)
  WITH f, similarity, $knownAt AS moment,
    CASE WHEN f.validFrom >= $over OR f.validTo <= $begun THEN similarity ELSE similarity / 2 END AS score
  ORDER BY score DESC, f.id DESC
  LIMIT $wanted
  RETURN {score: score, use: CASE WHEN judged THEN head(COLLECT { MATCH (u:Feedback {space: $home, memory: f.id}) RETURN u {.helpful, .unhelpful} }) END,
    fact: f {.id, .version, .subject, .subjectName, .subjectType, .object, .objectName, .objectType, .value, .mutual, .predicate, .text,
      .kind, .slot, .validFrom, .validFromPrecision, .validTo, .validToPrecision, .expiresAt, .basis, .recordedFrom, .recordedTo, .confidence,
      .agentId, .owner, .metadata, evidence: COLLECT {
    MATCH (f)-[:REVISES*0..]->(:Fact)<-[r:SUPPORTS]-(s:Statement)
    WHERE r.recordedFrom <= moment AND moment < r.recordedTo
    RETURN {statement: s.id, episode: s.episodeId, quote: s.quote} ORDER BY s.observedAt, s.id LIMIT 5
  }}} AS hit
} AS hits
