// Waits until every index is ready to answer. All spaces: indexes belong to the database.
CYPHER 25
CALL db.awaitIndexes(300)
