// Facts that have words of a question and hold at a moment, as they were believed at another. The space is a word of each
// query, so that other spaces cost nothing; equality checks it again. What is filtered behind the index may take away most of what
// was looked at: then more is looked at, here and at once. Rows that are not needed are never asked for: not so in other runtimes.
//   $space, $home  whose memory, beliefs and the rest of it     $words  full-text queries     $owners  whose own ones, besides those of all ('')     $kinds  of facts
//   $sessionFrom..$sessionTo, $agentFrom..$agentTo  one name or all     $begun, $over  it holds at some time from $over until $begun     $validAt  not expired then     $knownAt  as of when
//   $predicates, $entities  which, null for all     $tags  of the metadata     $looks  how many to look at, more and more     $enough  how many will do     $wanted  how many to give
// Returns exhausted (no more would be found), hits [{fact, use (how often it has helped and not), score}], best first.
CYPHER 25 runtime=slotted
UNWIND $looks AS candidates
CALL (candidates) {
  UNWIND $words AS words
  CALL (words, candidates) {
    CALL db.index.fulltext.queryNodes('fact_words', words, {limit: candidates}) YIELD node, score
    RETURN collect({fact: node, score: score}) AS found
  }
  WITH candidates, collect(found) AS groups, max(size(found)) AS most
  RETURN most < candidates OR candidates = $looks[-1] AS exhausted, COLLECT {
    UNWIND groups AS found
    UNWIND found AS hit
    WITH hit.fact AS f, sum(hit.score) AS score
    WHERE score > 0 AND f.space = $space AND f.owner IN $owners AND f.kind IN $kinds
      AND f.sessionId >= $sessionFrom AND f.sessionId <= $sessionTo
      AND f.agentId >= $agentFrom AND f.agentId <= $agentTo
      AND f.validFrom <= $begun AND f.validTo > $over
      AND f.recordedFrom <= $knownAt AND f.recordedTo > $knownAt
      AND f.expiresAt > $validAt
      AND ($predicates IS NULL OR f.predicate IN $predicates)
      AND ($entities IS NULL OR f.subject IN $entities OR f.object IN $entities)
      AND all(tag IN $tags WHERE tag IN f.tags)
    RETURN {fact: f, score: score} AS hit
    ORDER BY score DESC, f.id DESC
    LIMIT $wanted
  } AS best
}
WITH exhausted, best, $knownAt AS moment
WHERE exhausted OR size(best) >= $enough
LIMIT 1
WITH exhausted, best, moment, EXISTS { MATCH (u:Feedback {space: $home}) WHERE u.memory > '' } AS judged
RETURN exhausted, COLLECT {
  UNWIND best AS hit
  WITH hit.fact AS f, hit.score AS score, moment, judged
  RETURN {score: score, use: CASE WHEN judged THEN head(COLLECT { MATCH (u:Feedback {space: $home, memory: f.id}) RETURN u {.helpful, .unhelpful} }) END,
    fact: f {.id, .version, .subject, .subjectName, .subjectType, .object, .objectName, .objectType, .value, .mutual, .predicate, .text,
      .kind, .slot, .validFrom, .validFromPrecision, .validTo, .validToPrecision, .expiresAt, .basis, .recordedFrom, .recordedTo, .confidence,
      .agentId, .owner, .metadata, evidence: COLLECT {
    MATCH (f)-[:REVISES*0..]->(:Fact)<-[r:SUPPORTS]-(s:Statement)
    WHERE r.recordedFrom <= moment AND moment < r.recordedTo
    RETURN {statement: s.id, episode: s.episodeId, quote: s.quote} ORDER BY s.observedAt, s.id LIMIT 5
  }}} AS hit
  ORDER BY score DESC, f.id DESC
} AS hits
