// Notes whether a memory that a recall gave has helped: the last word of a recall on a memory counts, and counts once. A memory
// is a fact in all its versions, an episode with all its passages, or an entity; its counts are those of the whole space.
//   $tenant  whose     $id  which recall     $memory  which memory     $helpful  or not
// Returns helpful, unhelpful: how often it has been either, null if the recall did not give it. No row if there is no such recall.
CYPHER 25
MATCH (r:Recall {tenant: $tenant, id: $id})
WHERE r.space = 'none0' OR EXISTS { (:Space {key: r.space}) }
SET r.locked = true
WITH r
OPTIONAL MATCH (r)-[gave:GAVE]->(m)
WHERE (NOT m:Passage AND m.id = $memory) OR EXISTS { (m)-[:OF]->(:Episode {tenant: $tenant, id: $memory}) }
WITH r, collect(gave) AS given, head(collect(gave.helpful)) AS before
CALL (r, given, before) {
  WITH * WHERE size(given) > 0
  FOREACH (gave IN given | SET gave.helpful = $helpful)
  MERGE (u:Feedback {space: r.space, memory: $memory})
  SET u.locked = true
  WITH u, before
  SET u.helpful = coalesce(u.helpful, 0) + CASE WHEN $helpful THEN 1 ELSE 0 END - CASE WHEN before THEN 1 ELSE 0 END,
    u.unhelpful = coalesce(u.unhelpful, 0) + CASE WHEN $helpful THEN 0 ELSE 1 END - CASE WHEN NOT before THEN 1 ELSE 0 END
  RETURN collect(u)[0] AS counts
}
RETURN counts.helpful AS helpful, counts.unhelpful AS unhelpful
