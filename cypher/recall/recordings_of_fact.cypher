// Recalls that gave a fact, in whatever version, the newest first.
//   $tenant  whose     $fact  which     $episode, $responseId, $name  what they also gave, for what, in which space, or null     $agentId  who asks, or null: what an agent asked is its own     $before  id of the last one seen, or '~'     $limit  how many
// Returns recall, left (how many of its memories have not been erased).
// Try it: :param {tenant: 'default', fact: '…', episode: null, responseId: null, name: null, agentId: null, before: '~', limit: 20}
CYPHER 25
MATCH (f:Fact {tenant: $tenant, id: $fact})
USING INDEX SEEK f:Fact(tenant, id)
MATCH (f)<-[:GAVE]-(r:Recall)
WITH DISTINCT r
WHERE r.id < $before AND (r.agentId IS NULL OR r.agentId = $agentId) AND ($name IS NULL OR r.name = $name) AND ($responseId IS NULL OR r.responseId = $responseId)
  AND ($episode IS NULL OR EXISTS { (r)-[:GAVE]->(:Passage)-[:OF]->(:Episode {tenant: $tenant, id: $episode}) })
  AND EXISTS { (:Space {key: r.space}) }
RETURN r AS recall, COUNT { (r)-[:GAVE]->() } AS left
ORDER BY r.id DESC
LIMIT toInteger($limit)
