// An entity as it was known at a moment: its names, its type, and which one it was found to be then.
//   $space  whose memory     $id  which entity     $knownAt  the moment     $owners  who asks, '' is everybody
// Returns entity, aliases, mergedInto. No row if nobody knew of it, or only others.     Try it: :param {space: 'abc1', id: '…', knownAt: datetime(), owners: ['']}
CYPHER 25
MATCH (e:Entity {space: $space, id: $id})
WHERE e.recordedFrom <= $knownAt
CALL (e) {
  MATCH path = (e)<-[merges:MERGED_INTO|WAS_MERGED_INTO*0..]-(:Entity)<-[named:NAMES]-(:Name)
  WHERE coalesce(named.owner, '') IN $owners AND named.recordedFrom <= $knownAt AND all(merged IN merges
    WHERE merged.recordedFrom <= $knownAt AND (merged.recordedTo IS NULL OR $knownAt < merged.recordedTo))
  WITH named
  ORDER BY coalesce(named.owner, ''), length(path), named.recordedFrom, coalesce(named.owner, '') = '' AND named.name <> e.name, named.name
  RETURN collect(named) AS names
}
WITH e, names
WHERE size(names) > 0
RETURN e {.id, recordedFrom: names[0].recordedFrom,
    name: CASE WHEN e.nameSlot IS NULL THEN names[0].name ELSE coalesce(head(COLLECT {
      MATCH (f:Fact {space: $space, slot: e.nameSlot})
      WHERE f.recordedFrom <= $knownAt AND $knownAt < f.recordedTo AND f.owner = ''
        AND f.validFrom <= $knownAt AND $knownAt < f.validTo
      RETURN toString(f.value) ORDER BY f.validFrom DESC LIMIT 1
    }), e.nameAtFirst) END,
    type: coalesce(CASE WHEN e.typeFrom <= $knownAt THEN e.type END,
      head([named IN names WHERE named.typeFrom <= $knownAt | named.type])),
    externalId: coalesce(CASE WHEN e.externalIdFrom <= $knownAt THEN e.externalId END,
      head([named IN names WHERE named.externalIdFrom <= $knownAt | named.externalId]))} AS entity,
  COLLECT { UNWIND names AS named RETURN DISTINCT named.name ORDER BY named.name } AS aliases,
  head(COLLECT {
    MATCH (e)-[merged:MERGED_INTO|WAS_MERGED_INTO]->(into:Entity)
    WHERE merged.recordedFrom <= $knownAt AND (merged.recordedTo IS NULL OR $knownAt < merged.recordedTo)
    RETURN into.id
  }) AS mergedInto
