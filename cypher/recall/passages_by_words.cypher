// Passages that have words of a question, for several arms at once: in themselves, around them, right before them. The space is a
// word of each query, so that other spaces cost nothing; equality checks it again. The words of a long question come in several
// queries: their scores add up. What is filtered behind the index may take away most of what was looked at: then more is looked at,
// here and at once. Rows that are not needed are never asked for: not so in other runtimes.
//   $space  whose memory     $arms  [{arm, words: full-text queries}]     $kinds  of episodes     $tags  of the metadata
//   $sessionFrom..$sessionTo, $agentFrom..$agentTo  one name or all     $from, $to  when it was said     $knownAt  by when it was recorded
//   $looks  how many to look at, more and more     $enough  how many will do     $wanted  how many to give for each arm
// Returns exhausted [{arm, exhausted (no more would be found)}], hits [{passage, use (how often its episode has helped and not), previous (the one before it), episode, scores [{arm, score}]}].
CYPHER 25 runtime=slotted
UNWIND $arms AS asked
CALL (asked) {
  UNWIND $looks AS candidates
  CALL (asked, candidates) {
    UNWIND asked.words AS words
    CALL (words, candidates) {
      CALL db.index.fulltext.queryNodes('passage_words', words, {limit: candidates}) YIELD node, score
      RETURN collect({passage: node, score: score}) AS found
    }
    WITH candidates, collect(found) AS groups, max(size(found)) AS most
    RETURN most < candidates OR candidates = $looks[-1] AS exhausted, COLLECT {
      UNWIND groups AS found
      UNWIND found AS hit
      WITH hit.passage AS p, sum(hit.score) AS score
      WHERE score > 0 AND p.space = $space AND p.kind IN $kinds
        AND p.sessionId >= $sessionFrom AND p.sessionId <= $sessionTo
        AND p.agentId >= $agentFrom AND p.agentId <= $agentTo
        AND p.occurredAt >= $from AND p.occurredAt < $to AND coalesce(p.recordedAt, p.occurredAt) <= $knownAt
        AND all(tag IN $tags WHERE tag IN p.tags)
      RETURN {passage: p, score: score} AS hit
      ORDER BY score DESC, p.id
      LIMIT $wanted
    } AS best
  }
  WITH exhausted, best
  WHERE exhausted OR size(best) >= $enough
  RETURN exhausted, best LIMIT 1
}
WITH collect({arm: asked.arm, exhausted: exhausted}) AS exhausted, collect({arm: asked.arm, best: best}) AS all
WITH exhausted, all, EXISTS { MATCH (u:Feedback {space: $space}) WHERE u.memory > '' } AS judged
// Most of them are found by several arms, and told once.
RETURN exhausted, COLLECT {
  UNWIND all AS found
  UNWIND found.best AS hit
  WITH hit.passage AS p, collect({arm: found.arm, score: hit.score}) AS scores
  MATCH (p)-[:OF]->(e:Episode)
  RETURN {passage: p {.id, .text}, previous: head(COLLECT { MATCH (p)-[:FOLLOWS]->(q:Passage) RETURN q.id }), scores: scores,
    use: CASE WHEN judged THEN head(COLLECT { MATCH (u:Feedback {space: $space, memory: e.id}) RETURN u {.helpful, .unhelpful} }) END,
    episode: e {.id, .role, .name, .title, .sessionId, .agentId, .metadata, .occurredAt, .recordedAt}} AS hit
  ORDER BY p.id
} AS hits
