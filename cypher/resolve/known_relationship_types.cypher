// Types of relationships that were made for predicates outside of the standard ontology. All spaces share them.
//   $names  of predicates
// Returns name: those that may be used.     Try it: :param {names: ['PLAYS']}
CYPHER 25
UNWIND $names AS name
MATCH (t:RelationshipType {name: name})
RETURN t.name AS name
