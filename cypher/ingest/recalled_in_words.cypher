// What a space had given out in recalls before episodes were accepted, in much the same words as some sentences of them:
// also what it believed before it was rebuilt.
//   $tenant, $space  whose memory
//   $sentences  [{episode: in which it stands, words: letters and digits only, agent: whose private facts count as well, or ''}]
// Returns episode, text, names (what its subject is called), self (whether that is the one whose memory this is).
CYPHER 25
MATCH (s:Space {key: $space})
WHERE EXISTS { (:Recall {space: $space}) }
MATCH (s)-[:HAS_GENERATION]->(g:Generation)
UNWIND $sentences AS sentence
MATCH (e:Episode {tenant: $tenant, id: sentence.episode})
CALL db.index.fulltext.queryNodes('fact_words', '+space:' + g.space + '^0 +text:(' + sentence.words + ')', {limit: 20}) YIELD node AS f
WHERE f.space = g.space AND f.owner IN ['', sentence.agent] AND EXISTS {
  MATCH (given:Fact {tenant: $tenant, id: f.id})<-[:GAVE]-(r:Recall)
  WHERE r.askedAt <= e.recordedAt
}
WITH DISTINCT e.id AS episode, f.text AS text, f.space AS space, f.subject AS subject
MATCH (about:Entity {space: space, id: subject})
RETURN episode, text, coalesce(about.externalId = 'self', false) AS self,
  [about.name] + COLLECT { MATCH (about)<-[:MERGED_INTO*0..]-(:Entity)<-[:NAMES]-(n:Name) RETURN DISTINCT n.name } AS names
