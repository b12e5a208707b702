// The last passage of a session.
//   $tenant, $name  whose memory     $session  the caller's name for it
// Returns id, heading, text.
CYPHER 25
MATCH (s:Space {tenant: $tenant, name: $name})
MATCH (:Session {space: s.key, id: $session})-[:LAST]->(:Episode)<-[:OF]-(p:Passage)
RETURN p.id AS id, p.heading AS heading, p.text AS text
ORDER BY p.position DESC LIMIT 1
