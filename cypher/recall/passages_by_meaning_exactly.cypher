// Passages nearest to a question's vector, without the vector index: for when that fails.
//   $space  whose memory     $vector  the question     $kinds  of episodes     $tags  of the metadata
//   $sessionFrom..$sessionTo, $agentFrom..$agentTo  one name or all     $from, $to  when it was said     $knownAt  by when it was recorded     $candidates  how many to look at     $wanted  how many to give
// Returns exhausted (no more would be found), hits [{passage, episode, score}], best first.
CYPHER 25
MATCH (p:Passage {space: $space})
USING INDEX p:Passage(space, id)
WHERE p.id > '' AND p.embedding IS NOT NULL AND p.kind IN $kinds
  AND p.sessionId >= $sessionFrom AND p.sessionId <= $sessionTo
  AND p.agentId >= $agentFrom AND p.agentId <= $agentTo
  AND p.occurredAt >= $from AND p.occurredAt < $to
WITH p, vector.similarity.cosine(p.embedding, $vector) AS score
ORDER BY score DESC, p.id
LIMIT $candidates
WITH collect({passage: p, score: score}) AS found
RETURN size(found) < $candidates AS exhausted, COLLECT {
  UNWIND found AS hit
  WITH hit.passage AS p, hit.score AS score
  WHERE all(tag IN $tags WHERE tag IN p.tags)
  MATCH (p)-[:OF]->(e:Episode)
  WHERE e.recordedAt <= $knownAt
  RETURN {passage: p {.id, .text}, score: score,
    episode: e {.id, .role, .name, .title, .sessionId, .agentId, .metadata, .occurredAt, .recordedAt}} AS hit
  ORDER BY score DESC, p.id
  LIMIT $wanted
} AS hits
