// What a space had given out in recalls before an episode was accepted, in much the same words as some sentences of it:
// also what it believed before it was rebuilt.
//   $tenant, $space  whose memory     $episode  in which the sentences stand     $sentences  their words, letters and digits only
//   $agent  whose private facts count as well, or ''
// Returns text, names (what its subject is called), self (whether that is the one whose memory this is).
CYPHER 25
MATCH (s:Space {key: $space})
WHERE EXISTS { (:Recall {space: $space}) }
MATCH (e:Episode {tenant: $tenant, id: $episode})
MATCH (s)-[:HAS_GENERATION]->(g:Generation)
UNWIND $sentences AS sentence
CALL db.index.fulltext.queryNodes('fact_words', '+space:' + g.space + '^0 +text:(' + sentence + ')', {limit: 20}) YIELD node AS f
WHERE f.space = g.space AND f.owner IN ['', $agent] AND EXISTS {
  MATCH (given:Fact {tenant: $tenant, id: f.id})<-[:GAVE]-(r:Recall)
  WHERE r.askedAt <= e.recordedAt
}
WITH DISTINCT f.text AS text, f.space AS space, f.subject AS subject
MATCH (about:Entity {space: space, id: subject})
RETURN text, coalesce(about.externalId = 'self', false) AS self,
  [about.name] + COLLECT { MATCH (about)<-[:MERGED_INTO*0..]-(:Entity)<-[:NAMES]-(n:Name) RETURN DISTINCT n.name } AS names
