// What waits for a decision, or was decided, the newest first: not what has settled itself since, nor pairs of whom the caller
// may not know one.
//   $space  whose memory     $status  which     $kind  which, null for all     $owners  whose own ones, besides those of all ('')
//   $before  the id of the last one of the page before     $limit  how many
// Returns suggestion, entities, statement, believed: facts of the same slot.
CYPHER 25
MATCH (s:Suggestion {space: $space, status: $status})
USING INDEX SEEK s:Suggestion(space, status, id)
WHERE s.id < $before AND ($kind IS NULL OR s.kind = $kind) AND CASE s.kind
  WHEN 'SAME' THEN ($status <> 'OPEN' OR COUNT {
    MATCH (s)-[:ABOUT]->(:Entity)-[:MERGED_INTO*0..]->(top:Entity)
    WHERE NOT EXISTS { (top)-[:MERGED_INTO]->() }
    RETURN DISTINCT top
  } = 2) AND NOT EXISTS {
    MATCH (s)-[:ABOUT]->(said:Entity)
    WHERE NOT EXISTS {
      MATCH (said)-[:MERGED_INTO*0..]->(:Entity)<-[:MERGED_INTO*0..]-(:Entity)<-[named:NAMES]-(:Name)
      WHERE coalesce(named.owner, '') IN $owners
    }
  }
  ELSE EXISTS {
    MATCH (s)-[:ABOUT]->(about:Statement)
    WHERE about.owner IN $owners
      AND ($status <> 'OPEN' OR NOT EXISTS {
        (about)-[r:SUPPORTS]->() WHERE r.recordedTo = datetime('9999-12-31T23:59:59.999999Z') })
  }
END
WITH s
ORDER BY s.space DESC, s.status DESC, s.id DESC
LIMIT $limit
RETURN s {.*} AS suggestion,
  COLLECT {
    MATCH (s)-[:ABOUT]->(said:Entity)-[:MERGED_INTO*0..]->(top:Entity)
    WHERE CASE $status WHEN 'OPEN' THEN NOT EXISTS { (top)-[:MERGED_INTO]->() } ELSE top = said END
    WITH DISTINCT top ORDER BY top.id
    CALL (top) {
      MATCH path = (top)<-[:MERGED_INTO*0..]-(:Entity)<-[named:NAMES]-(:Name)
      WHERE coalesce(named.owner, '') IN $owners
      WITH named
      ORDER BY coalesce(named.owner, ''), length(path), named.name <> top.name, named.recordedFrom
      RETURN collect(named) AS names
    }
    RETURN top {.id, name: CASE WHEN top.nameSlot IS NULL THEN coalesce(names[0].name, top.name) ELSE top.name END,
      type: coalesce(top.type, head([named IN names WHERE named.type IS NOT NULL | named.type]))} ORDER BY top.id
  } AS entities,
  head(COLLECT { MATCH (s)-[:ABOUT]->(about:Statement) RETURN about {.*, embedding: null} }) AS statement,
  COLLECT {
    MATCH (s)-[:ABOUT]->(about:Statement)
    MATCH (f:Fact {space: $space, slot: about.slot, recordedTo: datetime('9999-12-31T23:59:59.999999Z')})
    RETURN f {.id, .text, .validFrom, .validTo} ORDER BY f.validFrom, f.id LIMIT 10
  } AS believed
