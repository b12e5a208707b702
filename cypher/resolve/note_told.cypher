// Counts the statements that a generation that is being built was told out of episodes.
//   $space  the key of the generation     $told  how many more
// Returns told: all so far.
CYPHER 25
MATCH (g:Generation {space: $space})
SET g.told = coalesce(g.told, 0) + $told
RETURN g.told AS told
