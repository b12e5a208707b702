// Stores which statements support or end which facts, and which no longer do.
//   $space  whose memory     $now  the moment of recording
//   $gone, $added  [{statement, fact, ends: whether it ends the fact}]     $followers  [{before, after}]: facts of which the second ended the first
CYPHER 25
CALL () {
  UNWIND $gone AS lost
  MATCH (s:Statement {space: $space, id: lost.statement})-[r:SUPPORTS|ENDS]->(f:Fact {space: $space, id: lost.fact})
  WHERE r.recordedTo = datetime('9999-12-31T23:59:59.999999Z') AND (type(r) = 'ENDS') = lost.ends
  SET r.recordedTo = $now
}
CALL () {
  UNWIND $added AS found
  MATCH (s:Statement {space: $space, id: found.statement})
  MATCH (f:Fact {space: $space, id: found.fact, recordedTo: datetime('9999-12-31T23:59:59.999999Z')})
  FOREACH (end IN CASE WHEN found.ends THEN [1] ELSE [] END |
    CREATE (s)-[:ENDS {recordedFrom: $now, recordedTo: datetime('9999-12-31T23:59:59.999999Z')}]->(f))
  FOREACH (support IN CASE WHEN found.ends THEN [] ELSE [1] END |
    CREATE (s)-[:SUPPORTS {recordedFrom: $now, recordedTo: datetime('9999-12-31T23:59:59.999999Z')}]->(f))
}
UNWIND $followers AS pair
MATCH (before:Fact {space: $space, id: pair.before, recordedTo: datetime('9999-12-31T23:59:59.999999Z')})
MATCH (after:Fact {space: $space, id: pair.after, recordedTo: datetime('9999-12-31T23:59:59.999999Z')})
CREATE (before)-[:SUPERSEDED_BY {recordedFrom: $now}]->(after)
