// Copies decisions on who is who into a new generation.
//   $space  from which generation     $to  into which
CYPHER 25
MATCH (d:Decision {space: $space})
WHERE d.at IS NOT NULL
CREATE (copy:Decision)
SET copy = d {.*, space: $to}
