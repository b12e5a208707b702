// What a job has found and rules leave open, as long as no model was asked about it: the likeliest first. What its agents
// keep to themselves is not told.
//   $tenant  whose     $generation  under which the space believes now     $job  its id     $limit  how many at most
// Returns open (how many there are), id, kind; entities: each with its names and facts; statement; believed: facts of the same slot.
CYPHER 25
MATCH (:Job {tenant: $tenant, id: $job})-[:FOUND]->(found:Statement {space: $generation})
CALL (found) {
  MATCH (found)<-[:ABOUT]-(doubt:Suggestion {kind: 'CONTESTED'})
  RETURN doubt
  UNION
  UNWIND [found.subject, found.object] AS id
  MATCH (:Entity {space: $generation, id: id})<-[:ABOUT]-(doubt:Suggestion {kind: 'SAME'})
  RETURN doubt
}
WITH DISTINCT doubt
WHERE doubt.status = 'OPEN' AND doubt.judgedAt IS NULL AND EXISTS {
  MATCH (:Job {tenant: $tenant, id: $job})-[:FOUND]->(found:Statement {space: $generation})
  WHERE found.recordedAt = doubt.createdAt
}
WITH doubt,
  COLLECT {
    MATCH (doubt)-[:ABOUT]->(:Entity)-[:MERGED_INTO*0..]->(top:Entity)
    WHERE NOT EXISTS { (top)-[:MERGED_INTO]->() }
    RETURN DISTINCT top ORDER BY top.id
  } AS tops,
  head(COLLECT { MATCH (doubt)-[:ABOUT]->(about:Statement) WHERE about.owner = '' RETURN about }) AS about
WHERE size(tops) = 2 AND all(top IN tops WHERE
    EXISTS { MATCH (known:Statement {space: $generation, subject: top.id}) WHERE known.owner = '' }
    OR EXISTS { MATCH (known:Statement {space: $generation, object: top.id}) WHERE known.owner = '' })
  OR about IS NOT NULL
  AND NOT EXISTS { (about)-[r:SUPPORTS]->() WHERE r.recordedTo = datetime('9999-12-31T23:59:59.999999Z') }
WITH doubt, tops, about
ORDER BY doubt.score DESC, doubt.id
WITH collect({doubt: doubt, tops: tops, about: about}) AS doubts
UNWIND doubts[..$limit] AS each
WITH size(doubts) AS open, each.doubt AS doubt, each.tops AS tops, each.about AS about
RETURN open, doubt.id AS id, doubt.kind AS kind,
  [top IN tops | top {.type,
    name: CASE WHEN top.nameSlot IS NOT NULL THEN top.name ELSE coalesce(head(COLLECT {
      MATCH path = (top)<-[:MERGED_INTO*0..]-(:Entity)<-[named:NAMES]-(:Name)
      WHERE coalesce(named.owner, '') = ''
      RETURN named.name ORDER BY length(path), named.name <> top.name, named.recordedFrom LIMIT 1
    }), top.name) END,
    aliases: COLLECT { MATCH (top)<-[:MERGED_INTO*0..]-(:Entity)<-[named:NAMES]-(:Name)
      WHERE coalesce(named.owner, '') = '' RETURN DISTINCT named.name ORDER BY named.name LIMIT 5 },
    facts: COLLECT {
      MATCH (f:Fact {space: $generation, subject: top.id, recordedTo: datetime('9999-12-31T23:59:59.999999Z')})
      USING INDEX SEEK f:Fact(space, subject, id)
      WHERE f.id IS NOT NULL AND f.owner = ''
      RETURN f {.text, .validFrom, .validTo, .top} ORDER BY f.id DESC LIMIT 3
    } + COLLECT {
      MATCH (f:Fact {space: $generation, object: top.id, recordedTo: datetime('9999-12-31T23:59:59.999999Z')})
      USING INDEX SEEK f:Fact(space, object, id)
      WHERE f.id IS NOT NULL AND f.owner = ''
      RETURN f {.text, .validFrom, .validTo, .top} ORDER BY f.id DESC LIMIT 3
    }}] AS entities,
  about {.id, .text, .validFrom, .validTo, .observedAt} AS statement,
  COLLECT {
    MATCH (f:Fact {space: $generation, slot: about.slot, recordedTo: datetime('9999-12-31T23:59:59.999999Z')})
    RETURN f {.text, .validFrom, .validTo, .top} ORDER BY f.validFrom DESC, f.id LIMIT 3
  } AS believed
