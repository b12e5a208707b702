// Counts what there is to read anew, once for each generation.
//   $tenant, $space  whose memory     $generation  the one that is being built     $job  whose work
CYPHER 25
MATCH (g:Generation {space: $generation})
WHERE g.passages IS NULL
MATCH (j:Job {tenant: $tenant, id: $job})
SET g.passages = COUNT {
  UNWIND ['RUNNING', 'RETRYING', 'DONE', 'FAILED'] AS status
  MATCH (done:Job {space: $space, status: status})
  WHERE done.acceptedAt IS NOT NULL AND done.kind = 'INGEST'
  MATCH (done)-[:INGESTS]->(:Episode)<-[:OF]-(p:Passage)
  WHERE done.status = 'DONE' OR p.readAt IS NOT NULL
}
SET j.passagesToRead = g.passages, j.passagesRead = 0
REMOVE j.droppedTexts, j.droppedReasons, j.droppedMore, j.silent, j.silentReasons
