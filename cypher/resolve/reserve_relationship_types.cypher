// Makes room for types of relationships, as long as there is some: a database never gives one back.
// All spaces share them.
//   $names  of predicates outside of the standard ontology     $most  how many there may be
// Returns name: those that may be used.
CYPHER 25
MERGE (all:RelationshipType {name: '*'})
SET all.locked = true
WITH coalesce(all.count, 0) AS count, all, COLLECT {
  UNWIND $names AS name
  WITH name WHERE NOT EXISTS { (:RelationshipType {name: name}) }
  RETURN name
} AS unknown
WITH all, count, unknown[..CASE WHEN $most > count THEN $most - count ELSE 0 END] AS added
SET all.count = count + size(added)
FOREACH (name IN added | CREATE (:RelationshipType {name: name}))
WITH DISTINCT 1 AS done
UNWIND $names AS name
MATCH (t:RelationshipType {name: name})
RETURN t.name AS name
