// What a recall was asked and gave: of its memories those that have not been erased, as they were in the version that was given
// and by the names that were known then, and the blocks of core memory that its context carried.
//   $tenant  whose     $id  which recall
// Returns recall, items [{rank, kind, id, version, passage, text, subject, subjectName, subjectType, score, why, helpful}], in order, blocks [{label, version}]. No row if there is no such recall.
// Try it: :param {tenant: 'default', id: '…'}
CYPHER 25
MATCH (r:Recall {tenant: $tenant, id: $id})
WHERE r.space = 'none0' OR EXISTS { (:Space {key: r.space}) }
RETURN r AS recall, COLLECT {
  MATCH (r)-[gave:GAVE]->(m)
  OPTIONAL MATCH (m)-[:OF]->(e:Episode)
  CALL (r, m) {
    MATCH path = (m)<-[merges:MERGED_INTO|WAS_MERGED_INTO*0..]-(:Entity)<-[named:NAMES]-(:Name)
    WHERE coalesce(named.owner, '') IN ['', coalesce(r.agentId, '')] AND all(merged IN merges
      WHERE merged.recordedFrom <= r.knownAt AND (merged.recordedTo IS NULL OR r.knownAt < merged.recordedTo))
    WITH named
    // Those that were learned later are for one whose former names are erased.
    ORDER BY named.recordedFrom <= r.knownAt DESC, coalesce(named.owner, ''), length(path), named.recordedFrom, coalesce(named.owner, '') = '' AND named.name <> m.name, named.name
    RETURN collect(named) AS called
  }
  RETURN {rank: gave.rank, score: gave.score, why: gave.why, helpful: gave.helpful,
    kind: CASE WHEN m:Fact THEN 'fact' WHEN m:Passage THEN 'episode' ELSE 'entity' END,
    id: coalesce(e.id, m.id), passage: CASE WHEN m:Passage THEN m.id END, version: m.version,
    subject: m.subject, subjectName: m.subjectName, subjectType: m.subjectType,
    text: CASE WHEN NOT m:Entity THEN m.text ELSE coalesce(CASE WHEN m.nameSlot IS NULL THEN called[0].name ELSE coalesce(head(COLLECT {
      MATCH (f:Fact {space: m.space, slot: m.nameSlot})
      WHERE f.recordedFrom <= r.knownAt AND r.knownAt < f.recordedTo AND f.owner = '' AND f.validFrom <= r.knownAt AND r.knownAt < f.validTo
      RETURN toString(f.value) ORDER BY f.validFrom DESC LIMIT 1
    }), m.nameAtFirst) END, m.name) + coalesce(' (' + coalesce(CASE WHEN m.typeFrom <= r.knownAt THEN m.type END,
      head([named IN called WHERE named.typeFrom <= r.knownAt | named.type])) + ')', '') END}
  ORDER BY gave.rank, m:Fact DESC
} AS items, COLLECT {
  MATCH (r)-[:CARRIED]->(b:Block)
  RETURN b {.label, .version, .recordedFrom} ORDER BY b.label
} AS blocks
