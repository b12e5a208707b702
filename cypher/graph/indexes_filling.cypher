// Indexes that do not answer yet. All spaces: indexes belong to the database.
// Returns filling (how many), percent (how far the slowest of them is), failed (the names of those that never will).
CYPHER 25
SHOW INDEXES YIELD name, state, populationPercent
WHERE state <> 'ONLINE'
RETURN count(CASE WHEN state <> 'FAILED' THEN name END) AS filling, min(populationPercent) AS percent,
  collect(CASE WHEN state = 'FAILED' THEN name END) AS failed
