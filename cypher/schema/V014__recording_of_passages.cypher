// Every statement may be run again.

// When a passage was recorded, as its episode was.
MATCH (p:Passage)-[:OF]->(e:Episode)
WHERE p.recordedAt IS NULL
CALL (p, e) {
  SET p.recordedAt = e.recordedAt
} IN TRANSACTIONS OF 10000 ROWS;
