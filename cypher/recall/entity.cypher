// An entity with all names that it goes by, and which one it was found to be at a moment.
//   $space  whose memory     $id  which entity     $knownAt  the moment
// Returns entity, aliases, mergedInto.     Try it: :param {space: 'abc1', id: '…', knownAt: datetime()}
CYPHER 25
MATCH (e:Entity {space: $space, id: $id})
RETURN e {.*} AS entity,
  COLLECT { MATCH (e)<-[:MERGED_INTO*0..]-(:Entity)<-[named:NAMES]-(n:Name) RETURN DISTINCT named.name ORDER BY named.name } AS aliases,
  head(COLLECT {
    MATCH (e)-[merged:MERGED_INTO|WAS_MERGED_INTO]->(into:Entity)
    WHERE merged.recordedFrom <= $knownAt AND (merged.recordedTo IS NULL OR $knownAt < merged.recordedTo)
    RETURN into.id
  }) AS mergedInto
