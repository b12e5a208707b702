// Episodes that statements say they come from.
//   $tenant, $space  whose memory     $ids  which
// Returns id, occurredAt, agentId, sessionId.
CYPHER 25
UNWIND $ids AS id
MATCH (e:Episode {tenant: $tenant, id: id})
WHERE e.space = $space
RETURN e.id AS id, e.occurredAt AS occurredAt, e.agentId AS agentId, e.sessionId AS sessionId
