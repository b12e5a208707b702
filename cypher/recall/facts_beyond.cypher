// Facts about whom a question names, those nearest to it, and facts one step further: about those to whom these lead, and those to
// whom the facts nearest to it do. Whoever is named in very many facts is a hub, and what lies behind a hub counts for less.
//   $space, $home  whose memory, beliefs and the rest of it     $vector  the question     $meant  whether it is what it means     $linked  ids of entities that it names     $alone  whether only what lies further is wanted     $owners  whose own ones, besides those of all ('')     $kinds  of facts
//   $sessionFrom..$sessionTo, $agentFrom..$agentTo  one name or all     $begun, $over  it holds at some time from $over until $begun     $validAt  not expired then     $knownAt  as of when
//   $predicates, $entities  which, null for all     $tags  of the metadata     $timeFrom, $timeTo  which time it asks about, null for none     $seeds  how many facts to start from     $ends  how many entities to go on from     $candidates  how many to look at     $wanted  how many to give for each arm
// Returns exhausted [{arm, exhausted (no more would be found)}], hits [{fact, use (how often it has helped and not), scores [{arm: 'entity' or 'graph', score}], via (the fact that leads there, when it holds, its end from and to)}], of each arm best first.
CYPHER 25
CALL () {
  MATCH (f:Fact)
  SEARCH f IN (
    VECTOR INDEX fact_meaning FOR $vector
    WHERE f.space = $space AND f.subject IN $linked AND f.owner IN $owners
      AND f.validFrom <= $begun AND f.validTo > $over
      AND f.recordedFrom <= $knownAt AND f.recordedTo > $knownAt
      AND f.expiresAt > $validAt
    LIMIT $candidates
  ) SCORE AS nearness
  WITH f, nearness ORDER BY nearness DESC
  RETURN collect({seed: f, nearness: nearness}) AS found
  UNION ALL
  MATCH (f:Fact)
  SEARCH f IN (
    VECTOR INDEX fact_meaning FOR $vector
    WHERE f.space = $space AND f.object IN $linked AND f.owner IN $owners
      AND f.validFrom <= $begun AND f.validTo > $over
      AND f.recordedFrom <= $knownAt AND f.recordedTo > $knownAt
      AND f.expiresAt > $validAt
    LIMIT $candidates
  ) SCORE AS nearness
  WITH f, nearness ORDER BY nearness DESC
  RETURN collect({seed: f, nearness: nearness}) AS found
}
WITH collect(found) AS sides
CALL () {
  MATCH (f:Fact)
  SEARCH f IN (
    VECTOR INDEX fact_meaning FOR $vector
    WHERE f.space = $space AND f.owner IN $owners
      AND f.validFrom <= $begun AND f.validTo > $over
      AND f.recordedFrom <= $knownAt AND f.recordedTo > $knownAt
      AND f.expiresAt > $validAt
    LIMIT $seeds / 4
  ) SCORE AS nearness
  WITH f, nearness
  WHERE $meant
  RETURN collect({seed: f, nearness: nearness}) AS nearest
}
WITH sides[0] + sides[1] AS own, sides[0][..$seeds] + sides[1][..$seeds] + nearest AS starts,
  EXISTS { MATCH (u:Feedback {space: $home}) WHERE u.memory > '' } AS judged
CALL (starts) {
  UNWIND starts AS entry
  // What leads on holds, too, or held in the time that is asked about.
  WITH DISTINCT entry.seed AS seed, entry.nearness AS nearness
  WHERE $timeFrom IS NULL OR seed.validFrom <= $validAt AND seed.validTo > $validAt
    OR seed.validFrom < $timeTo AND seed.validTo > $timeFrom
  WITH collect({seed: seed, nearness: nearness}) AS entries
  // What is found by itself needs no way.
  WITH entries, [entry IN entries
    WHERE size($linked) = 0 OR entry.seed.subject IN $linked OR entry.seed.object IN $linked | entry.seed] AS known
  UNWIND entries AS entry
  WITH known, entry.seed AS seed, entry.nearness AS nearness
  WHERE seed.object IS NOT NULL
  UNWIND CASE
    WHEN seed.subject IN $linked THEN [[seed.subject, seed.object]]
    WHEN seed.object IN $linked THEN [[seed.object, seed.subject]]
    ELSE [[seed.subject, seed.object], [seed.object, seed.subject]]
  END AS step
  WITH known, seed, nearness, step[0] AS start, step[1] AS end
  WHERE NOT end IN $linked
  ORDER BY nearness DESC, seed.id
  WITH known, end, head(collect({seed: seed, start: start, nearness: nearness})) AS way
  ORDER BY way.nearness DESC, end
  LIMIT $ends
  MATCH (e:Entity {space: $space, id: end})
  RETURN head(collect(known)) AS known, collect({end: end, way: way, damping: 1 / log(2.72 + COUNT { (e)<-[:SUBJECT|OBJECT]-() })}) AS ways, collect(end) AS ends
}
CALL (ends) {
  CALL (ends) {
    MATCH (f:Fact)
    SEARCH f IN (
      VECTOR INDEX fact_meaning FOR $vector
      WHERE f.space = $space AND f.subject IN ends AND f.owner IN $owners
        AND f.kind IN $kinds // if narrowed
        AND f.predicate IN $predicates // if predicates
        AND f.sessionId >= $sessionFrom AND f.sessionId <= $sessionTo // if narrowed
        AND f.agentId >= $agentFrom AND f.agentId <= $agentTo // if narrowed
        AND f.validFrom <= $begun AND f.validTo > $over
        AND f.recordedFrom <= $knownAt AND f.recordedTo > $knownAt
        AND f.expiresAt > $validAt
      LIMIT $candidates
    ) SCORE AS similarity
    RETURN f, similarity
    UNION
    MATCH (f:Fact)
    SEARCH f IN (
      VECTOR INDEX fact_meaning FOR $vector
      WHERE f.space = $space AND f.object IN ends AND f.owner IN $owners
        AND f.kind IN $kinds // if narrowed
        AND f.predicate IN $predicates // if predicates
        AND f.sessionId >= $sessionFrom AND f.sessionId <= $sessionTo // if narrowed
        AND f.agentId >= $agentFrom AND f.agentId <= $agentTo // if narrowed
        AND f.validFrom <= $begun AND f.validTo > $over
        AND f.recordedFrom <= $knownAt AND f.recordedTo > $knownAt
        AND f.expiresAt > $validAt
      LIMIT $candidates
    ) SCORE AS similarity
    RETURN f, similarity
  }
  RETURN collect({fact: f, similarity: similarity}) AS found
}
// Further ones of those that lie further would be no nearer: what it gives is all.
RETURN [{arm: 'entity', exhausted: $alone OR COUNT { UNWIND own AS hit RETURN DISTINCT hit.seed } < $candidates}, {arm: 'graph', exhausted: true}] AS exhausted, COLLECT {
  UNWIND found AS hit
  WITH hit.fact AS f, hit.similarity AS similarity
  WHERE NOT f IN known
  WITH f, similarity, f.subject AS subject, f.object AS object
  UNWIND ways AS route
  WITH f, similarity, route
  WHERE (route.end = subject OR route.end = object) AND f <> route.way.seed
    AND ($entities IS NULL OR f.subject IN $entities OR f.object IN $entities)
    AND all(tag IN $tags WHERE tag IN f.tags)
  WITH f, similarity, route, similarity * route.way.nearness * route.damping AS score
  ORDER BY score DESC, f.id
  WITH f, head(collect({score: score, route: route})) AS best
  WITH f, best.score AS score, best.route AS route, best.route.way.seed AS via, $knownAt AS moment
  ORDER BY score DESC, f.id
  LIMIT $wanted
  RETURN {scores: [{arm: 'graph', score: score}], via: via {.id, .text, .subject, .subjectName, .object, .objectName, .validFrom, .validTo, from: route.way.start, to: route.end},
    use: CASE WHEN judged THEN head(COLLECT { MATCH (u:Feedback {space: $home, memory: f.id}) RETURN u {.helpful, .unhelpful} }) END,
    fact: f {.id, .version, .subject, .subjectName, .subjectType, .object, .objectName, .objectType, .value, .mutual, .predicate, .text,
      .kind, .slot, .validFrom, .validFromPrecision, .validTo, .validToPrecision, .expiresAt, .basis, .recordedFrom, .recordedTo, .confidence,
      .agentId, .owner, .metadata, evidence: COLLECT {
    MATCH (f)-[:REVISES*0..]->(:Fact)<-[r:SUPPORTS]-(s:Statement)
    WHERE r.recordedFrom <= moment AND moment < r.recordedTo
    RETURN {statement: s.id, episode: s.episodeId, quote: s.quote} ORDER BY s.observedAt, s.id LIMIT 5
  }}} AS hit
  UNION ALL
  UNWIND CASE WHEN $alone THEN [] ELSE own END AS hit
  WITH DISTINCT hit.seed AS f, 2 * hit.nearness - 1 AS score
  WHERE all(tag IN $tags WHERE tag IN f.tags)
  WITH f, score, $knownAt AS moment
  ORDER BY score DESC, f.id DESC
  LIMIT $wanted
  RETURN {scores: [{arm: 'entity', score: score}], via: null,
    use: CASE WHEN judged THEN head(COLLECT { MATCH (u:Feedback {space: $home, memory: f.id}) RETURN u {.helpful, .unhelpful} }) END,
    fact: f {.id, .version, .subject, .subjectName, .subjectType, .object, .objectName, .objectType, .value, .mutual, .predicate, .text,
      .kind, .slot, .validFrom, .validFromPrecision, .validTo, .validToPrecision, .expiresAt, .basis, .recordedFrom, .recordedTo, .confidence,
      .agentId, .owner, .metadata, evidence: COLLECT {
    MATCH (f)-[:REVISES*0..]->(:Fact)<-[r:SUPPORTS]-(s:Statement)
    WHERE r.recordedFrom <= moment AND moment < r.recordedTo
    RETURN {statement: s.id, episode: s.episodeId, quote: s.quote} ORDER BY s.observedAt, s.id LIMIT 5
  }}} AS hit
} AS hits
