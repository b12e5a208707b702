// Recalls of a space, the newest first.
//   $tenant, $name  whose memory     $agentId  who asks, or null: what an agent asked is its own     $before  id of the last one seen, or '~'     $limit  how many
// Returns recall, left (how many of its memories have not been erased).     Try it: :param {tenant: 'default', name: 'demo', agentId: null, before: '~', limit: 20}
// Ordered by the whole of its index, else all of it would be read and sorted for one page.
CYPHER 25
MATCH (r:Recall {tenant: $tenant, name: $name})
USING INDEX SEEK r:Recall(tenant, name, id)
WHERE r.id < $before AND (r.agentId IS NULL OR r.agentId = $agentId) AND (r.space = 'none0' OR EXISTS { (:Space {key: r.space}) })
RETURN r AS recall, COUNT { (r)-[:GAVE]->() } AS left
ORDER BY r.tenant DESC, r.name DESC, r.id DESC
LIMIT toInteger($limit)
