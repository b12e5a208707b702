// Who is named so, and came into being since the entities were copied into a generation that is being built.
//   $space  the generation that is believed     $to  the new one     $keys, $externalIds  as they are named
// Returns id.
CYPHER 25
CALL () {
  UNWIND $keys AS key
  MATCH (:Name {space: $space, key: key})-[:NAMES]->(e:Entity)
  RETURN e
  UNION
  UNWIND $externalIds AS externalId
  MATCH (e:Entity {space: $space, externalId: externalId})
  RETURN e
  UNION
  UNWIND $externalIds AS externalId
  MATCH ()-[named:NAMES {space: $space, externalId: externalId}]->(e:Entity)
  USING INDEX SEEK named:NAMES(space, externalId)
  RETURN e
}
WITH DISTINCT e
WHERE NOT EXISTS { (:Entity {space: $to, id: e.id}) }
RETURN e.id AS id
