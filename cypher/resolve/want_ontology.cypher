// Gives a space an ontology: at once where nothing was claimed yet, else with the next rebuild.
//   $space  the key of the space     $generation  what is believed now     $ontology  null for the standard one
CYPHER 25
MATCH (s:Space {key: $space})
WITH s, EXISTS { MATCH (c:Statement {space: $generation}) WHERE c.id IS NOT NULL } AS claimed,
  coalesce($ontology, '') = coalesce(s.ontology, '') AS same
SET s.ontology = CASE WHEN claimed THEN s.ontology ELSE $ontology END,
  s.wantedOntology = CASE WHEN claimed AND NOT same THEN coalesce($ontology, '') ELSE null END
