// Passages that have words of a question. The space is a word of the query, so that other spaces cost nothing;
// equality checks it again.
//   $space  whose memory     $words  a full-text query     $kinds  of episodes     $tags  of the metadata
//   $sessionFrom..$sessionTo, $agentFrom..$agentTo  one name or all     $from, $to  when it was said     $candidates  how many to look at
// Returns exhausted (no more would be found), hits [{passage, episode, score}], best first.
CYPHER 25
CALL db.index.fulltext.queryNodes('passage_words', $words, {limit: $candidates}) YIELD node AS p, score
WITH p, score ORDER BY score DESC
WITH collect({passage: p, score: score}) AS found
RETURN size(found) < $candidates AS exhausted, COLLECT {
  UNWIND found AS hit
  WITH hit.passage AS p, hit.score AS score
  WHERE score > 0 AND p.space = $space AND p.kind IN $kinds
    AND p.sessionId >= $sessionFrom AND p.sessionId <= $sessionTo
    AND p.agentId >= $agentFrom AND p.agentId <= $agentTo
    AND p.occurredAt >= $from AND p.occurredAt < $to
    AND all(tag IN $tags WHERE tag IN p.tags)
  MATCH (p)-[:OF]->(e:Episode)
  RETURN {passage: p {.id, .text}, episode: e, score: score}
} AS hits
