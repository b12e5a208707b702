// All versions of a fact up to a moment, the oldest first, each with what made it and what ended it.
//   $space  whose memory     $id  which fact     $knownAt  the moment
// Returns fact, supersededBy: the ids of facts that began where this one ended, as far as they were known.
CYPHER 25
MATCH (f:Fact {space: $space, id: $id})
USING INDEX SEEK f:Fact(space, id, version)
WHERE f.version IS NOT NULL AND f.recordedFrom <= $knownAt
RETURN f {.*, embedding: null} AS fact,
  COLLECT { MATCH (f)-[superseded:SUPERSEDED_BY]->(after:Fact) WHERE superseded.recordedFrom <= $knownAt RETURN DISTINCT after.id } AS supersededBy
ORDER BY f.version
