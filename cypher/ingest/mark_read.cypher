// Marks passages as read, if the worker still has the lease and all of them are still there; those of other jobs as read with this one.
// A job that gets on and is not done yet is as good as tried for the first time: what has cut it off before did not stop it.
//   $tenant, $space  whose memory     $fence  the worker's     $job  its id     $passages  their ids     $now  the moment of recording
//   $extractor  who read them     $episodes  whose words were read with them: if one is gone, what they were taken to mean is, too
// Returns read: how many. No row if nothing was marked.
CYPHER 25
MATCH (s:Space {key: $space})
WHERE s.fence = $fence
MATCH (j:Job {tenant: $tenant, id: $job, status: 'RUNNING'})
WITH j, COLLECT { MATCH (p:Passage {space: $space}) WHERE p.id IN $passages RETURN p } AS passages
WHERE size(passages) = size($passages) AND all(id IN $episodes WHERE EXISTS { (:Episode {tenant: $tenant, id: id}) })
SET j.extractor = $extractor
FOREACH (p IN passages | SET p.readAt = $now)
WITH j, passages, EXISTS { (j)-[:INGESTS]->(:Episode)<-[:OF]-(unread:Passage) WHERE unread.readAt IS NULL } AS more
FOREACH (goesOn IN CASE WHEN more THEN [j] ELSE [] END | SET goesOn.attempts = 1, goesOn.cutOffs = 0)
WITH j, passages
CALL (j, passages) {
  UNWIND passages AS p
  MATCH (p)-[:OF]->(:Episode)<-[:INGESTS]-(other:Job {space: $space})
  WHERE other.id <> j.id
  WITH DISTINCT j, other
  SET other.extractor = $extractor, other.readWith = j.id
  MERGE (other)-[:READ_WITH]->(j)
}
RETURN size(passages) AS read
