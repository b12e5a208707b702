// Facts about whom a question names, those nearest to it: however many facts an entity has, no more are looked at. Of a time that it
// asks about, those that neither begin nor end in it count half.
//   $space, $home  whose memory, beliefs and the rest of it     $vector  the question     $linked  ids of entities     $owners  whose own ones, besides those of all ('')     $kinds  of facts
//   $sessionFrom..$sessionTo, $agentFrom..$agentTo  one name or all     $begun, $over  it holds at some time from $over until $begun     $validAt  not expired then     $knownAt  as of when
//   $predicates, $entities  which, null for all     $timed  whether it asks about that time     $tags  of the metadata     $candidates  how many to look at     $wanted  how many to give
// Returns exhausted (no more would be found), hits [{fact, use (how often it has helped and not), score}], best first.
CYPHER 25
CALL () {
  MATCH (f:Fact)
  SEARCH f IN (
    VECTOR INDEX fact_meaning FOR $vector
    WHERE f.space = $space AND f.subject IN $linked AND f.owner IN $owners
      AND f.kind IN $kinds // if narrowed
      AND f.predicate IN $predicates // if predicates
      AND f.sessionId >= $sessionFrom AND f.sessionId <= $sessionTo // if narrowed
      AND f.agentId >= $agentFrom AND f.agentId <= $agentTo // if narrowed
      AND f.validFrom <= $begun AND f.validTo > $over
      AND f.recordedFrom <= $knownAt AND f.recordedTo > $knownAt
      AND f.expiresAt > $validAt
    LIMIT $candidates
  ) SCORE AS score
  RETURN f, score
  UNION ALL
  MATCH (f:Fact)
  SEARCH f IN (
    VECTOR INDEX fact_meaning FOR $vector
    WHERE f.space = $space AND f.object IN $linked AND f.owner IN $owners
      AND f.kind IN $kinds // if narrowed
      AND f.predicate IN $predicates // if predicates
      AND f.sessionId >= $sessionFrom AND f.sessionId <= $sessionTo // if narrowed
      AND f.agentId >= $agentFrom AND f.agentId <= $agentTo // if narrowed
      AND f.validFrom <= $begun AND f.validTo > $over
      AND f.recordedFrom <= $knownAt AND f.recordedTo > $knownAt
      AND f.expiresAt > $validAt
    LIMIT $candidates
  ) SCORE AS score
  RETURN f, score
}
WITH f, max(score) AS score
WITH collect({fact: f, score: CASE
  WHEN NOT $timed THEN 2 * score - 1
  WHEN f.validFrom >= $over OR f.validTo <= $begun THEN score
  ELSE score / 2
END}) AS found
WITH found, EXISTS { MATCH (u:Feedback {space: $home}) WHERE u.memory > '' } AS judged
RETURN size(found) < $candidates AS exhausted, COLLECT {
  UNWIND found AS hit
  WITH hit.fact AS f, hit.score AS score
  WHERE ($entities IS NULL OR f.subject IN $entities OR f.object IN $entities)
    AND all(tag IN $tags WHERE tag IN f.tags)
  WITH f, score, $knownAt AS moment
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
