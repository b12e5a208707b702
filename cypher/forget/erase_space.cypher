// Erases what is left of a condemned space: the space itself and its generations.
//   $space  whose memory
CYPHER 25
MATCH (s:ErasedSpace {key: $space})
OPTIONAL MATCH (s)-[:HAS_GENERATION]->(g:Generation)
DETACH DELETE g, s
