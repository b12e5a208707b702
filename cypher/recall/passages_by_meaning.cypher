// Passages nearest to a question's vector, all filters inside the index but the tags.
//   $space  whose memory     $vector  the question     $kinds  of episodes     $tags  of the metadata
//   $sessionFrom..$sessionTo, $agentFrom..$agentTo  one name or all     $from, $to  when it was said     $knownAt  by when it was recorded     $candidates  how many to look at     $wanted  how many to give
// Returns exhausted (no more would be found), hits [{passage, use (how often its episode has helped and not), previous (the one before it), episode, score}], best first.
CYPHER 25
MATCH (p:Passage)
SEARCH p IN (
  VECTOR INDEX passage_meaning FOR $vector
  WHERE p.space = $space
    AND p.kind IN $kinds // if narrowed
    AND p.sessionId >= $sessionFrom AND p.sessionId <= $sessionTo // if narrowed
    AND p.agentId >= $agentFrom AND p.agentId <= $agentTo // if narrowed
    AND p.occurredAt >= $from AND p.occurredAt < $to
    AND p.recordedAt <= $knownAt // if past
  LIMIT $candidates
) SCORE AS score
WITH collect({passage: p, score: 2 * score - 1}) AS found
WITH found, EXISTS { MATCH (u:Feedback {space: $space}) WHERE u.memory > '' } AS judged
RETURN size(found) < $candidates AS exhausted, COLLECT {
  UNWIND found AS hit
  WITH hit.passage AS p, hit.score AS score
  WHERE all(tag IN $tags WHERE tag IN p.tags)
  MATCH (p)-[:OF]->(e:Episode)
  WHERE e.recordedAt <= $knownAt
  RETURN {passage: p {.id, .text}, previous: head(COLLECT { MATCH (p)-[:FOLLOWS]->(q:Passage) RETURN q.id }), score: score,
    use: CASE WHEN judged THEN head(COLLECT { MATCH (u:Feedback {space: $space, memory: e.id}) RETURN u {.helpful, .unhelpful} }) END,
    episode: e {.id, .role, .name, .title, .sessionId, .agentId, .metadata, .occurredAt, .recordedAt}} AS hit
  ORDER BY score DESC, p.id
  LIMIT $wanted
} AS hits
