// Something that waits for a decision, as a model may decide it: whether somebody has told the two apart, or anything that
// turned out to be one of them.
//   $space  whose memory     $id  which
// Returns kind, entities (their ids, the older one first), apart. No row if it does not wait any more.
CYPHER 25
MATCH (s:Suggestion {space: $space, id: $id, status: 'OPEN'})
WITH s, COLLECT {
  MATCH (s)-[:ABOUT]->(:Entity)-[:MERGED_INTO*0..]->(top:Entity)
  WHERE NOT EXISTS { (top)-[:MERGED_INTO]->() }
  RETURN DISTINCT top ORDER BY top.id
} AS tops
WITH s, tops,
  COLLECT { UNWIND tops[..1] AS top MATCH (part:Entity)-[:MERGED_INTO*0..]->(top) RETURN part } AS these,
  COLLECT { UNWIND tops[1..] AS top MATCH (part:Entity)-[:MERGED_INTO*0..]->(top) RETURN part } AS those
RETURN s.kind AS kind, [top IN tops | top.id] AS entities,
  EXISTS {
    UNWIND these AS one
    UNWIND those AS other
    MATCH (one)<-[:ABOUT]-(:Suggestion {status: 'DISMISSED'})-[:ABOUT]->(other)
  } OR EXISTS {
    UNWIND these AS one
    UNWIND those AS other
    MATCH (one)-[:WAS_MERGED_INTO]-(other)
  } OR EXISTS {
    MATCH (d:Decision {space: $space, kind: 'SPLIT'})
    WHERE d.at IS NOT NULL AND d.undoneAt IS NULL
      AND any(one IN these WHERE one.id IN [d.kept, d.gone]) AND any(other IN those WHERE other.id IN [d.kept, d.gone])
  } AS apart
