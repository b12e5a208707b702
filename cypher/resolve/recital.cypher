// How far a generation that is being built has come with the statements of the one that is believed, if it knows all of
// those that nobody has read out of episodes.
//   $space  the key of the generation
// Returns recordedAt and id of the last one, count.
CYPHER 25
MATCH (g:Generation {space: $space})
WHERE g.readingFrom IS NOT NULL
RETURN g.recitedAt AS recordedAt, g.recitedId AS id, g.recited AS count
