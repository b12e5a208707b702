// Passages that have words of a question, for several arms at once: in themselves, around them, right before them. The space is a
// word of each query, so that other spaces cost nothing; equality checks it again. The words of a long question come in several
// queries: their scores add up.
//   $space  whose memory     $arms  [{arm, words: full-text queries}]     $kinds  of episodes     $tags  of the metadata
//   $sessionFrom..$sessionTo, $agentFrom..$agentTo  one name or all     $from, $to  when it was said     $knownAt  by when it was recorded     $candidates  how many to look at     $wanted  how many to give for each arm
// Returns exhausted [{arm, exhausted (no more would be found)}], hits [{passage, use (how often its episode has helped and not), previous (the one before it), episode, scores [{arm, score}]}].
CYPHER 25
UNWIND $arms AS asked
CALL (asked) {
  UNWIND asked.words AS words
  CALL (words) {
    CALL db.index.fulltext.queryNodes('passage_words', words, {limit: $candidates}) YIELD node, score
    RETURN collect({passage: node, score: score}) AS found
  }
  RETURN collect(found) AS groups, max(size(found)) AS most
}
CALL (asked, groups) {
  UNWIND groups AS found
  UNWIND found AS hit
  WITH asked.arm AS arm, hit.passage AS p, sum(hit.score) AS score
  WHERE score > 0 AND p.space = $space AND p.kind IN $kinds
    AND p.sessionId >= $sessionFrom AND p.sessionId <= $sessionTo
    AND p.agentId >= $agentFrom AND p.agentId <= $agentTo
    AND p.occurredAt >= $from AND p.occurredAt < $to
    AND all(tag IN $tags WHERE tag IN p.tags)
  MATCH (p)-[:OF]->(e:Episode)
  WHERE e.recordedAt <= $knownAt
  WITH p, e, arm, score
  ORDER BY score DESC, p.id
  LIMIT $wanted
  RETURN collect({passage: p, episode: e, arm: arm, score: score}) AS best
}
WITH collect({arm: asked.arm, exhausted: most < $candidates}) AS exhausted, collect(best) AS all
// Most of them are found by several arms, and told once.
RETURN exhausted, COLLECT {
  UNWIND all AS best
  UNWIND best AS hit
  WITH hit.passage AS p, hit.episode AS e, collect(hit {.arm, .score}) AS scores
  RETURN {passage: p {.id, .text}, previous: head(COLLECT { MATCH (p)-[:FOLLOWS]->(q:Passage) RETURN q.id }), scores: scores,
    use: head(COLLECT { MATCH (u:Feedback {space: $space, memory: e.id}) RETURN u {.helpful, .unhelpful} }),
    episode: e {.id, .role, .name, .title, .sessionId, .agentId, .metadata, .occurredAt, .recordedAt}} AS hit
  ORDER BY p.id
} AS hits
