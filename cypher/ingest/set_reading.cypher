// Says who reads what is said in a space.
//   $space  its key     $extract  the way, or null: as it is set for all
CYPHER 25
MATCH (s:Space {key: $space})
SET s.extract = $extract
