// Recalls that were made for one response of an agent, the newest first.
//   $tenant  whose     $responseId  which     $fact, $episode, $name  what they also gave, in which space, or null     $agentId  who asks, or null: what an agent asked is its own     $before  id of the last one seen, or '~'     $limit  how many
// Returns recall, left (how many of its memories have not been erased).
// Try it: :param {tenant: 'default', responseId: 'my-answer-17', fact: null, episode: null, name: null, agentId: null, before: '~', limit: 20}
// Ordered by the whole of its index, else all of it would be read and sorted for one page.
CYPHER 25
MATCH (r:Recall {tenant: $tenant, responseId: $responseId})
USING INDEX SEEK r:Recall(tenant, responseId, id)
WHERE r.id < $before AND (r.agentId IS NULL OR r.agentId = $agentId) AND ($name IS NULL OR r.name = $name)
  AND ($fact IS NULL OR EXISTS { (r)-[:GAVE {memory: $fact}]->(:Fact) })
  AND ($episode IS NULL OR EXISTS { (r)-[:GAVE]->(:Passage)-[:OF]->(:Episode {tenant: $tenant, id: $episode}) })
  AND (r.space = 'none0' OR EXISTS { (:Space {key: r.space}) })
RETURN r AS recall, COUNT { (r)-[:GAVE]->() } AS left
ORDER BY r.tenant DESC, r.responseId DESC, r.id DESC
LIMIT toInteger($limit)
