// Entities that a question may name, by whole names or by words of names, as they were known at a moment.
//   $tenant, $name  whose memory     $knownAt  the moment, null for now
//   $ids, $keys  entities and names that the question may hold, as they are compared     $tokens  its words     $words  a full-text query after the space's part, '' for none     $self  whether it speaks of its speaker     $owners  who says so, '' is everybody     $limit  how many
// Returns id, name, type, weight (1 for a whole name, else the share of its words that the question has), use (how often it has helped and not), the most certain first.
CYPHER 25
MATCH (s:Space {tenant: $tenant, name: $name})
WITH s, CASE WHEN $knownAt < s.clock THEN $knownAt ELSE s.clock END AS moment
OPTIONAL MATCH (s)-[:HAS_GENERATION]->(g:Generation)
WHERE g.recordedFrom <= moment AND moment < g.recordedTo
WITH s.key AS home, coalesce(g.space, s.key) AS space, moment
CALL (space, moment) {
  MATCH (n:Name {space: space})-[names:NAMES]->(named:Entity)
  WHERE n.key IN $keys AND coalesce(names.owner, '') IN $owners AND names.recordedFrom <= moment
  RETURN named, 1.0 AS weight
  UNION ALL
  MATCH (named:Entity {space: space})
  WHERE named.id IN $ids AND named.recordedFrom <= moment
  RETURN named, 1.0 AS weight
  UNION ALL
  MATCH (named:Entity {space: space, externalId: 'self'})
  WHERE $self AND named.recordedFrom <= moment
  RETURN named, 1.0 AS weight
  UNION ALL
  WITH space, moment
  WHERE $words <> ''
  CALL db.index.fulltext.queryNodes('name_words', '+space:' + space + '^0 ' + $words, {limit: 50}) YIELD node AS n
  WITH n, moment, split(n.key, ' ') AS parts
  WHERE n.space = space
  MATCH (n)-[names:NAMES]->(named:Entity)
  WHERE coalesce(names.owner, '') IN $owners AND names.recordedFrom <= moment
  RETURN named, 1.0 * size([part IN parts WHERE part IN $tokens]) / size(parts) AS weight
}
WITH home, space, moment, named, weight
WHERE weight >= 0.5
MATCH (named) ((one:Entity)-[merged:MERGED_INTO|WAS_MERGED_INTO
    WHERE merged.recordedFrom <= moment AND (merged.recordedTo IS NULL OR moment < merged.recordedTo)]->(other:Entity))* (top:Entity)
WHERE NOT EXISTS {
  MATCH (top)-[later:MERGED_INTO|WAS_MERGED_INTO]->()
  WHERE later.recordedFrom <= moment AND (later.recordedTo IS NULL OR moment < later.recordedTo)
}
WITH home, space, top, moment, max(weight) AS weight
ORDER BY weight DESC, top.id
LIMIT $limit
CALL (top, moment) {
  MATCH path = (top)<-[merges:MERGED_INTO|WAS_MERGED_INTO*0..]-(:Entity)<-[named:NAMES]-(:Name)
  WHERE coalesce(named.owner, '') IN $owners AND named.recordedFrom <= moment AND all(merged IN merges
    WHERE merged.recordedFrom <= moment AND (merged.recordedTo IS NULL OR moment < merged.recordedTo))
  WITH named
  ORDER BY coalesce(named.owner, ''), length(path), named.recordedFrom, coalesce(named.owner, '') = '' AND named.name <> top.name, named.name
  RETURN collect(named) AS called
}
WITH home, space, moment, top, weight, called
WHERE size(called) > 0
RETURN top.id AS id, CASE WHEN top.nameSlot IS NULL THEN called[0].name ELSE coalesce(head(COLLECT {
    MATCH (f:Fact {space: space, slot: top.nameSlot})
    WHERE f.recordedFrom <= moment AND moment < f.recordedTo AND f.owner = '' AND f.validFrom <= moment AND moment < f.validTo
    RETURN toString(f.value) ORDER BY f.validFrom DESC LIMIT 1
  }), top.nameAtFirst) END AS name,
  coalesce(CASE WHEN top.typeFrom <= moment THEN top.type END,
    head([named IN called WHERE named.typeFrom <= moment | named.type])) AS type, weight,
  head(COLLECT { MATCH (u:Feedback {space: home, memory: top.id}) RETURN u {.helpful, .unhelpful} }) AS use
