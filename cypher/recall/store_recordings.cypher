// Keeps what recalls were asked and what they gave, of all spaces: each memory in the very version that was given, and the blocks
// that stood above them. What is kept already is left as it is, and what was erased since is not linked; of an erased space
// nothing is kept.
//   $recordings  [{id, tenant, name and space (the key), generation, askedAt, agentId, query, request, responseId, validAt, knownAt, degraded,
//     given, tokens, blocks: [{label, version, recordedFrom}], facts, passages, entities: [{id, version, memory, rank, score, why}]}]; memory: by which id the
//     recall is found, null for what would find it twice
CYPHER 25
UNWIND $recordings AS new
WITH new
WHERE (new.space = 'none0' OR EXISTS { (:Space {key: new.space}) })
  AND NOT EXISTS { (:Recall {tenant: new.tenant, id: new.id}) }
CREATE (r:Recall {tenant: new.tenant, name: new.name, space: new.space, id: new.id, askedAt: new.askedAt, agentId: new.agentId, query: new.query,
  request: new.request, responseId: new.responseId, validAt: new.validAt, knownAt: new.knownAt, degraded: new.degraded,
  given: new.given, tokens: new.tokens})
CALL (r, new) {
  UNWIND new.facts AS item
  MATCH (f:Fact {space: new.generation, id: item.id, version: item.version})
  CREATE (r)-[:GAVE {memory: item.memory, recall: new.id, rank: item.rank, score: item.score, why: item.why}]->(f)
}
CALL (r, new) {
  UNWIND new.passages AS item
  MATCH (p:Passage {space: new.space, id: item.id})
  CREATE (r)-[:GAVE {memory: item.memory, recall: new.id, rank: item.rank, score: item.score, why: item.why}]->(p)
}
CALL (r, new) {
  UNWIND new.entities AS item
  MATCH (e:Entity {space: new.generation, id: item.id})
  CREATE (r)-[:GAVE {memory: item.memory, recall: new.id, rank: item.rank, score: item.score, why: item.why}]->(e)
}
CALL (r, new) {
  UNWIND new.blocks AS item
  MATCH (b:Block {space: new.space, label: item.label, version: item.version})
  WHERE b.recordedFrom = item.recordedFrom
  CREATE (r)-[:CARRIED]->(b)
}
