// Notes that passages were read anew, if all of them are still there, and so are the episodes whose words were read with them.
// Whatever has cut the job off before did not stop it: from here on it is as good as tried for the first time.
//   $tenant, $space  whose memory     $generation  the one that is being built     $job  its id     $passages  their ids, in order     $episodes  ids
//   $extractor  who read them     $texts, $reasons  of what was found and not taken     $limit  how much of that is kept
//   $silent  how many of the passages nobody reads     $silentReasons  why not
// Returns read: how many. No row if nothing was noted.
CYPHER 25
MATCH (g:Generation {space: $generation})
MATCH (j:Job {tenant: $tenant, id: $job, status: 'RUNNING'})
WITH g, j, COLLECT { MATCH (p:Passage {space: $space}) WHERE p.id IN $passages RETURN p } AS passages
WHERE size(passages) = size($passages) AND all(id IN $episodes WHERE EXISTS { (:Episode {tenant: $tenant, id: id}) })
MATCH (last:Passage {space: $space, id: $passages[-1]})-[:OF]->(e:Episode)<-[:INGESTS]-(told:Job)
WITH g, j, passages, last, e, told, size(coalesce(j.droppedTexts, [])) + size($texts) - $limit AS more
SET g.readAt = told.acceptedAt, g.readEpisode = e.position, g.readPassage = last.position,
  j.attempts = 1, j.cutOffs = 0, j.passagesRead = coalesce(j.passagesRead, 0) + size(passages), j.extractor = $extractor,
  j.droppedMore = coalesce(j.droppedMore, 0) + CASE WHEN more > 0 THEN more ELSE 0 END,
  j.droppedTexts = (coalesce(j.droppedTexts, []) + $texts)[..$limit],
  j.droppedReasons = (coalesce(j.droppedReasons, []) + $reasons)[..$limit],
  j.silent = coalesce(j.silent, 0) + $silent,
  j.silentReasons = coalesce(j.silentReasons, []) + [reason IN $silentReasons WHERE NOT reason IN coalesce(j.silentReasons, [])]
RETURN size(passages) AS read
