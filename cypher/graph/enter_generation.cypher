// Puts a new generation in the place of the one that was believed until now, and its ontology in force.
//   $space  the key of the space     $generation  the key of the new generation     $now  the moment of recording
CYPHER 25
MATCH (s:Space {key: $space})-[:HAS_GENERATION]->(new:Generation {space: $generation})
MATCH (s)-[:HAS_GENERATION]->(old:Generation {space: coalesce(s.generation, s.key)})
SET old.recordedTo = $now, new.recordedFrom = $now, new.recordedTo = datetime('9999-12-31T23:59:59.999999Z'),
  s.ontology = CASE WHEN s.wantedOntology IS NULL THEN s.ontology WHEN s.wantedOntology = '' THEN null ELSE s.wantedOntology END,
  s.generation = $generation
REMOVE s.building, s.wantedOntology
