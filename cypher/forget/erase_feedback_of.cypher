// Erases what was said of memories that are erased.
//   $space  the key of the space     $memories  ids of facts, episodes and entities
CYPHER 25
UNWIND $memories AS memory
MATCH (u:Feedback {space: $space, memory: memory})
DELETE u
