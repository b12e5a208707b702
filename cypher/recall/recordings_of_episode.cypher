// Recalls that gave a passage of an episode, the newest first.
//   $tenant  whose     $episode  which     $name  in which space, or null     $agentId  who asks, or null: what an agent asked is its own     $before  id of the last one seen, or '~'     $limit  how many
// Returns recall, left (how many of its memories have not been erased).
// Try it: :param {tenant: 'default', episode: '…', name: null, agentId: null, before: '~', limit: 20}
// Ordered by the whole of its index, else all of it would be read and sorted for one page.
CYPHER 25
MATCH (r:Recall)-[gave:GAVE {memory: $episode}]->(:Passage)
USING INDEX SEEK gave:GAVE(memory, recall)
WHERE gave.recall < $before AND r.tenant = $tenant AND (r.agentId IS NULL OR r.agentId = $agentId) AND ($name IS NULL OR r.name = $name)
  AND EXISTS { (:Space {key: r.space}) }
RETURN r AS recall, COUNT { (r)-[:GAVE]->() } AS left
ORDER BY gave.memory DESC, gave.recall DESC
LIMIT toInteger($limit)
