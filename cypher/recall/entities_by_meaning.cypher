// Entities whose names are nearest to a question's vector, as they were known at a moment.
//   $space, $home  whose memory, beliefs and the rest of it     $vector  the question     $knownAt  the moment     $owners  who says so, '' is everybody     $candidates  how many names to look at     $limit  how many to give
// Returns exhausted (no more would be found), hits [{id, name, type, weight (the cosine), use (how often it has helped and not)}], best first.
CYPHER 25
MATCH (n:Name)
SEARCH n IN (
  VECTOR INDEX name_meaning FOR $vector
  WHERE n.space = $space
  LIMIT $candidates
) SCORE AS similarity
WITH collect({name: n, similarity: similarity}) AS found
WITH found, EXISTS { MATCH (u:Feedback {space: $home}) WHERE u.memory > '' } AS judged
RETURN size(found) < $candidates AS exhausted, COLLECT {
  UNWIND found AS hit
  WITH hit.name AS n, hit.similarity AS similarity
  MATCH (n)-[names:NAMES]->(named:Entity)
  WHERE coalesce(names.owner, '') IN $owners AND names.recordedFrom <= $knownAt
  MATCH (named) ((one:Entity)-[merged:MERGED_INTO|WAS_MERGED_INTO
      WHERE merged.recordedFrom <= $knownAt AND (merged.recordedTo IS NULL OR $knownAt < merged.recordedTo)]->(other:Entity))* (top:Entity)
  WHERE NOT EXISTS {
    MATCH (top)-[later:MERGED_INTO|WAS_MERGED_INTO]->()
    WHERE later.recordedFrom <= $knownAt AND (later.recordedTo IS NULL OR $knownAt < later.recordedTo)
  }
  WITH top, 2 * max(similarity) - 1 AS weight
  ORDER BY weight DESC, top.id
  LIMIT $limit
  CALL (top) {
    MATCH path = (top)<-[merges:MERGED_INTO|WAS_MERGED_INTO*0..]-(:Entity)<-[named:NAMES]-(:Name)
    WHERE coalesce(named.owner, '') IN $owners AND named.recordedFrom <= $knownAt AND all(merged IN merges
      WHERE merged.recordedFrom <= $knownAt AND (merged.recordedTo IS NULL OR $knownAt < merged.recordedTo))
    WITH named
    ORDER BY coalesce(named.owner, ''), length(path), named.recordedFrom, coalesce(named.owner, '') = '' AND named.name <> top.name, named.name
    RETURN collect(named) AS called
  }
  RETURN {id: top.id, name: CASE WHEN top.nameSlot IS NULL THEN called[0].name ELSE coalesce(head(COLLECT {
      MATCH (f:Fact {space: $space, slot: top.nameSlot})
      WHERE f.recordedFrom <= $knownAt AND $knownAt < f.recordedTo AND f.owner = '' AND f.validFrom <= $knownAt AND $knownAt < f.validTo
      RETURN toString(f.value) ORDER BY f.validFrom DESC LIMIT 1
    }), top.nameAtFirst) END,
    type: coalesce(CASE WHEN top.typeFrom <= $knownAt THEN top.type END,
      head([named IN called WHERE named.typeFrom <= $knownAt | named.type])), weight: weight,
    use: CASE WHEN judged THEN head(COLLECT { MATCH (u:Feedback {space: $home, memory: top.id}) RETURN u {.helpful, .unhelpful} }) END} AS hit
  ORDER BY weight DESC, top.id
} AS hits
