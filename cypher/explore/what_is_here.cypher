// What is in here: every space with how much it holds. Start with this one; the key it shows stands for the
// space in all that belongs to it. All spaces, of all tenants. Scans everything.
// Returns tenant, name, space (its key), episodes, passages, entities, facts, sessions, openJobs, firstSaid, lastSaid.
CYPHER 25
MATCH (s:Space)
CALL (s) {
  MATCH (e:Episode {space: s.key})
  RETURN count(e) AS episodes, min(e.occurredAt) AS firstSaid, max(e.occurredAt) AS lastSaid
}
RETURN s.tenant AS tenant, s.name AS name, s.key AS space, episodes,
  COUNT { (p:Passage {space: s.key}) } AS passages,
  COUNT { (n:Entity {space: coalesce(s.generation, s.key)}) } AS entities,
  COUNT { (f:Fact {space: coalesce(s.generation, s.key)}) WHERE f.recordedTo.year = 9999 } AS facts,
  COUNT { (x:Session {space: s.key}) } AS sessions,
  COUNT { (j:Job {space: s.key}) WHERE j.status IN ['ACCEPTED', 'RUNNING', 'RETRYING'] } AS openJobs,
  firstSaid, lastSaid
ORDER BY tenant, name
