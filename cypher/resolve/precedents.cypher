// What was read out of some episodes before.
//   $tenant, $space  whose memory     $to  the generation that is being built     $episodes  which
// Returns statement; subject, object {id, top: what that turned out to be, type, names: those that its owner may know}; again: whether it was read out of them for the new generation, too.
CYPHER 25
MATCH (s:Statement {tenant: $tenant})
WHERE s.episodeId IN $episodes AND s.space = $space AND s.read
WITH s ORDER BY s.observedAt, s.position, s.id
RETURN s {.*, embedding: null} AS statement, EXISTS { (:Statement {space: $to, id: s.id}) } AS again,
  head(COLLECT {
    MATCH (e:Entity {space: $space, id: s.subjectSaid})-[:MERGED_INTO*0..]->(top:Entity)
    WHERE NOT EXISTS { (top)-[:MERGED_INTO]->() }
    RETURN {id: e.id, top: top.id, type: e.type, names: COLLECT {
      MATCH (e)<-[named:NAMES]-(n:Name) WHERE coalesce(named.owner, '') IN ['', s.owner] RETURN n.key
    }}
  }) AS subject,
  head(COLLECT {
    MATCH (e:Entity {space: $space, id: s.objectSaid})-[:MERGED_INTO*0..]->(top:Entity)
    WHERE NOT EXISTS { (top)-[:MERGED_INTO]->() }
    RETURN {id: e.id, top: top.id, type: e.type, names: COLLECT {
      MATCH (e)<-[named:NAMES]-(n:Name) WHERE coalesce(named.owner, '') IN ['', s.owner] RETURN n.key
    }}
  }) AS object
