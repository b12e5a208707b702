// Writes down all that is in memory only, for all spaces. Without it a crash soon after the first start makes the next one
// fill every index anew, which takes minutes where much has been told by then.
CYPHER 25
CALL db.checkpoint() YIELD success
RETURN success
