// Notes how far a generation that is being built has come with the statements of the one that is believed.
//   $space  the key of the generation     $recordedAt, $id  of the last one     $count  how many
CYPHER 25
MATCH (g:Generation {space: $space})
SET g.recitedAt = $recordedAt, g.recitedId = $id, g.recited = $count
