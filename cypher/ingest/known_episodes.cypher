// Which messages are there already.
//   $space  whose memory     $identities  what recognises each message
// Returns identity, id, job (the newest one that worked on it).
CYPHER 25
UNWIND $identities AS identity
MATCH (e:Episode {space: $space, identity: identity})
RETURN identity, e.id AS id, COLLECT {
  MATCH (j:Job)-[:INGESTS]->(e) RETURN {id: j.id, status: j.status} AS job ORDER BY j.acceptedAt DESC LIMIT 1
}[0] AS job
