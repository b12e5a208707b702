// Facts one step further than the question: about those to whom the facts of whom it names lead, and the facts nearest to it.
// Whoever is named in very many facts is a hub, and what lies behind a hub counts for less.
//   $space, $home  whose memory, beliefs and the rest of it     $vector  the question     $meant  whether it is what it means     $linked  ids of entities that it names     $owners  whose own ones, besides those of all ('')     $kinds  of facts
//   $sessionFrom..$sessionTo, $agentFrom..$agentTo  one name or all     $begun, $over  it holds at some time from $over until $begun     $validAt  not expired then     $knownAt  as of when
//   $predicates, $entities  which, null for all     $tags  of the metadata     $timeFrom, $timeTo  which time it asks about, null for none     $seeds  how many facts to start from     $ends  how many entities to go on from     $candidates  how many to look at     $wanted  how many to give
// Returns exhausted (always), hits [{fact, use (how often it has helped and not), score, via (the fact that leads there, its end from and to)}], best first.
CYPHER 25
CALL () {
  MATCH (f:Fact)
  SEARCH f IN (
    VECTOR INDEX fact_meaning FOR $vector
    WHERE f.space = $space AND f.subject IN $linked AND f.owner IN $owners
      AND f.validFrom <= $begun AND f.validTo > $over
      AND f.recordedFrom <= $knownAt AND f.recordedTo > $knownAt
      AND f.expiresAt > $validAt
    LIMIT $seeds
  ) SCORE AS nearness
  RETURN f AS seed, nearness
  UNION
  MATCH (f:Fact)
  SEARCH f IN (
    VECTOR INDEX fact_meaning FOR $vector
    WHERE f.space = $space AND f.object IN $linked AND f.owner IN $owners
      AND f.validFrom <= $begun AND f.validTo > $over
      AND f.recordedFrom <= $knownAt AND f.recordedTo > $knownAt
      AND f.expiresAt > $validAt
    LIMIT $seeds
  ) SCORE AS nearness
  RETURN f AS seed, nearness
  UNION
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
  RETURN f AS seed, nearness
}
// What leads on holds, too, or held in the time that is asked about.
WITH seed, nearness
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
WITH head(collect(known)) AS known, collect({end: end, way: way, damping: 1 / log(2.72 + COUNT { (e)<-[:SUBJECT|OBJECT]-() })}) AS ways, collect(end) AS ends
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
// Further ones would be no nearer: what it gives is all.
RETURN true AS exhausted, COLLECT {
  UNWIND found AS hit
  UNWIND ways AS route
  WITH hit.fact AS f, hit.similarity AS similarity, route
  WHERE (f.subject = route.end OR f.object = route.end) AND f <> route.way.seed AND NOT f IN known
    AND ($entities IS NULL OR f.subject IN $entities OR f.object IN $entities)
    AND all(tag IN $tags WHERE tag IN f.tags)
  WITH f, similarity, route, similarity * route.way.nearness * route.damping AS score
  ORDER BY score DESC, f.id
  WITH f, head(collect({score: score, route: route})) AS best
  WITH f, best.score AS score, best.route AS route, best.route.way.seed AS via, $knownAt AS moment
  ORDER BY score DESC, f.id
  LIMIT $wanted
  RETURN {score: score, via: via {.id, .text, .subject, .subjectName, .object, .objectName, from: route.way.start, to: route.end},
    use: head(COLLECT { MATCH (u:Feedback {space: $home, memory: f.id}) RETURN u {.helpful, .unhelpful} }),
    fact: f {.*, embedding: null, evidence: COLLECT {
    MATCH (f)-[:REVISES*0..]->(:Fact)<-[r:SUPPORTS]-(s:Statement)
    WHERE r.recordedFrom <= moment AND moment < r.recordedTo
    RETURN {statement: s.id, episode: s.episodeId, quote: s.quote} ORDER BY s.observedAt, s.id LIMIT 5
  }}} AS hit
} AS hits
