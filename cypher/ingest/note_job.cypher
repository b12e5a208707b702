// Notes with a job what a caller might miss otherwise, and what a model said that was not taken.
//   $tenant  whose     $job  its id     $note  or null     $texts, $reasons  of what was dropped
CYPHER 25
MATCH (j:Job {tenant: $tenant, id: $job})
SET j.note = coalesce($note, j.note),
  j.droppedTexts = coalesce(j.droppedTexts, []) + $texts, j.droppedReasons = coalesce(j.droppedReasons, []) + $reasons
