// What was recalled lately, and why: the questions of a space, the memories that each was given, and the sources of these, as a graph.
// Click a GAVE to see its rank, its score, the reasons, and whether it has helped.
//   $tenant, $name  whose memory     $limit  how many questions
// Returns recall, gave (with the memory), source (its episode or entities).     Try it: :param {tenant: 'default', name: 'demo', limit: 10}
CYPHER 25
CALL () {
  MATCH (r:Recall {tenant: $tenant, name: $name})
  USING INDEX SEEK r:Recall(tenant, name, id)
  WHERE r.id > ''
  RETURN r ORDER BY r.id DESC LIMIT toInteger($limit)
}
OPTIONAL MATCH gave = (r)-[:GAVE]->(m)
OPTIONAL MATCH source = (m)-[:OF|SUBJECT|OBJECT]->()
RETURN r AS recall, gave, source
