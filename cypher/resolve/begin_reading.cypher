// Notes that a generation that is being built is ready to be told what is read out of episodes.
//   $space  the key of the generation     $now  the moment
CYPHER 25
MATCH (g:Generation {space: $space})
SET g.readingFrom = $now
