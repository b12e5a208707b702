// What a name meant at a moment: the entities of that name, or what they had turned out to be by then.
//   $space  whose memory     $key  the name, as it is compared     $knownAt  the moment     $owners  who says so, '' is everybody     $limit  how many
// Returns id.
CYPHER 25
MATCH (:Name {space: $space, key: $key})-[names:NAMES]->(named:Entity)
WHERE coalesce(names.owner, '') IN $owners AND names.recordedFrom <= $knownAt
MATCH (named) ((one:Entity)-[merged:MERGED_INTO|WAS_MERGED_INTO
    WHERE merged.recordedFrom <= $knownAt AND (merged.recordedTo IS NULL OR $knownAt < merged.recordedTo)]->(other:Entity))* (top:Entity)
WHERE NOT EXISTS {
  MATCH (top)-[later:MERGED_INTO|WAS_MERGED_INTO]->()
  WHERE later.recordedFrom <= $knownAt AND (later.recordedTo IS NULL OR $knownAt < later.recordedTo)
}
RETURN DISTINCT top.id AS id
ORDER BY id DESC
LIMIT $limit
