// An entity as it was known at a moment: its names, its type, and which one it was found to be then.
//   $space  whose memory     $id  which entity     $knownAt  the moment
// Returns entity, aliases, mergedInto; no row if nobody knew of it.     Try it: :param {space: 'abc1', id: '…', knownAt: datetime()}
CYPHER 25
MATCH (e:Entity {space: $space, id: $id})
WHERE e.recordedFrom <= $knownAt
RETURN e {.*,
    name: CASE WHEN e.nameSlot IS NULL THEN e.name ELSE coalesce(head(COLLECT {
      MATCH (f:Fact {space: $space, slot: e.nameSlot})
      WHERE f.recordedFrom <= $knownAt AND $knownAt < f.recordedTo AND f.owner = ''
        AND f.validFrom <= $knownAt AND $knownAt < f.validTo
      RETURN toString(f.value) ORDER BY f.validFrom DESC LIMIT 1
    }), e.nameAtFirst) END,
    type: CASE WHEN e.typeFrom <= $knownAt THEN e.type END,
    externalId: CASE WHEN e.externalIdFrom <= $knownAt THEN e.externalId END} AS entity,
  COLLECT {
    MATCH (e)<-[merges:MERGED_INTO|WAS_MERGED_INTO*0..]-(:Entity)<-[named:NAMES]-(:Name)
    WHERE named.recordedFrom <= $knownAt AND all(merged IN merges
      WHERE merged.recordedFrom <= $knownAt AND (merged.recordedTo IS NULL OR $knownAt < merged.recordedTo))
    RETURN DISTINCT named.name ORDER BY named.name
  } AS aliases,
  head(COLLECT {
    MATCH (e)-[merged:MERGED_INTO|WAS_MERGED_INTO]->(into:Entity)
    WHERE merged.recordedFrom <= $knownAt AND (merged.recordedTo IS NULL OR $knownAt < merged.recordedTo)
    RETURN into.id
  }) AS mergedInto
