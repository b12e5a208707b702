// Removes the lock that a crash in the middle of a migration leaves behind. All spaces: it belongs to the database. Scans: there is one.
CYPHER 25
MATCH (lock:__Neo4jMigrationsLock)
DELETE lock
