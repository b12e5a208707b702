// What was read out of some episodes before.
//   $tenant, $space  whose memory     $to  the generation that is being built     $episodes  which
// Returns statement; subjectKeys, objectKeys: the names that its owner may know of those whom it means; again: whether it was read out of them for the new generation, too.
CYPHER 25
MATCH (s:Statement {tenant: $tenant})
WHERE s.episodeId IN $episodes AND s.space = $space AND s.read
WITH s ORDER BY s.observedAt, s.position, s.id
RETURN s {.*, embedding: null} AS statement, COLLECT {
    MATCH (:Entity {space: $space, id: s.subjectSaid})<-[named:NAMES]-(n:Name)
    WHERE coalesce(named.owner, '') IN ['', s.owner] RETURN n.key
  } AS subjectKeys, COLLECT {
    MATCH (:Entity {space: $space, id: s.objectSaid})<-[named:NAMES]-(n:Name)
    WHERE coalesce(named.owner, '') IN ['', s.owner] RETURN n.key
  } AS objectKeys, EXISTS { (:Statement {space: $to, id: s.id}) } AS again
