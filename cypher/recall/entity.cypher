// An entity with all names that it went by at a moment, and which one it was found to be then.
//   $space  whose memory     $id  which entity     $knownAt  the moment
// Returns entity, aliases, mergedInto.     Try it: :param {space: 'abc1', id: '…', knownAt: datetime()}
CYPHER 25
MATCH (e:Entity {space: $space, id: $id})
RETURN e {.*} AS entity,
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
