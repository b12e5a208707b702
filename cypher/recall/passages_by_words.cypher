// Passages that have words of a question. The space is a word of each query, so that other spaces cost nothing;
// equality checks it again. The words of a long question come in several queries: their scores add up.
//   $space  whose memory     $words  full-text queries     $kinds  of episodes     $tags  of the metadata
//   $sessionFrom..$sessionTo, $agentFrom..$agentTo  one name or all     $from, $to  when it was said     $knownAt  by when it was recorded     $candidates  how many to look at     $wanted  how many to give
// Returns exhausted (no more would be found), hits [{passage, use (how often its episode has helped and not), previous (the one before it), episode, score}], best first.
CYPHER 25
UNWIND $words AS words
CALL (words) {
  CALL db.index.fulltext.queryNodes('passage_words', words, {limit: $candidates}) YIELD node, score
  RETURN collect({passage: node, score: score}) AS found
}
WITH collect(found) AS groups, max(size(found)) AS most
RETURN most < $candidates AS exhausted, COLLECT {
  UNWIND groups AS found
  UNWIND found AS hit
  WITH hit.passage AS p, sum(hit.score) AS score
  WHERE score > 0 AND p.space = $space AND p.kind IN $kinds
    AND p.sessionId >= $sessionFrom AND p.sessionId <= $sessionTo
    AND p.agentId >= $agentFrom AND p.agentId <= $agentTo
    AND p.occurredAt >= $from AND p.occurredAt < $to
    AND all(tag IN $tags WHERE tag IN p.tags)
  MATCH (p)-[:OF]->(e:Episode)
  WHERE e.recordedAt <= $knownAt
  RETURN {passage: p {.id, .text}, previous: head(COLLECT { MATCH (p)-[:FOLLOWS]->(q:Passage) RETURN q.id }), score: score, 
    use: head(COLLECT { MATCH (u:Feedback {space: $space, memory: e.id}) RETURN u {.helpful, .unhelpful} }),
    episode: e {.id, .role, .name, .title, .sessionId, .agentId, .metadata, .occurredAt, .recordedAt}} AS hit
  ORDER BY score DESC, p.id
  LIMIT $wanted
} AS hits
