// What a recall was asked and gave: of its memories those that have not been erased, as they were in the version that was given.
//   $tenant  whose     $id  which recall
// Returns recall, items [{rank, kind, id, version, passage, text, score, why, helpful}], in order. No row if there is no such recall.
// Try it: :param {tenant: 'default', id: '…'}
CYPHER 25
MATCH (r:Recall {tenant: $tenant, id: $id})
WHERE r.space = 'none0' OR EXISTS { (:Space {key: r.space}) }
RETURN r AS recall, COLLECT {
  MATCH (r)-[gave:GAVE]->(m)
  OPTIONAL MATCH (m)-[:OF]->(e:Episode)
  RETURN {rank: gave.rank, score: gave.score, why: gave.why, helpful: gave.helpful,
    kind: CASE WHEN m:Fact THEN 'fact' WHEN m:Passage THEN 'episode' ELSE 'entity' END,
    id: coalesce(e.id, m.id), passage: CASE WHEN m:Passage THEN m.id END, version: m.version,
    text: CASE WHEN NOT m:Entity THEN m.text ELSE coalesce(CASE WHEN m.nameSlot IS NULL THEN head(COLLECT {
      MATCH path = (m)<-[:MERGED_INTO*0..]-(:Entity)<-[named:NAMES]-(:Name)
      WHERE coalesce(named.owner, '') IN ['', coalesce(r.agentId, '')]
      RETURN named.name
      ORDER BY named.recordedFrom <= r.knownAt DESC, coalesce(named.owner, ''), length(path), named.name <> m.name, named.recordedFrom
      LIMIT 1
    }) END, m.name) + coalesce(' (' + m.type + ')', '') END}
  ORDER BY gave.rank, m:Fact DESC
} AS items
