// Every statement may be run again.

// What recalls gave, by its id: of a memory that one of them gave in several parts, one part leads to the recall.
MATCH (r:Recall)-[gave:GAVE]->(m)
WHERE NOT m:Passage AND gave.recall IS NULL
SET gave.memory = m.id, gave.recall = r.id;
MATCH (r:Recall)-[gave:GAVE]->(:Passage)-[:OF]->(e:Episode)
WHERE gave.recall IS NULL
WITH r, e, gave ORDER BY gave.rank
WITH r, e, collect(gave) AS parts
FOREACH (part IN parts | SET part.recall = r.id)
FOREACH (part IN parts[..1] | SET part.memory = e.id);
