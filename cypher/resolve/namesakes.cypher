// Whether a generation that is being built knows somebody new by a name or an external id of somebody who came into being
// in the one that is believed meanwhile.
//   $space  the generation that is believed     $to  the new one     $entities  ids
// Returns id: of those who have such a namesake.
CYPHER 25
UNWIND $entities AS id
MATCH (e:Entity {space: $space, id: id})
WHERE NOT EXISTS { (:Entity {space: $to, id: id}) }
CALL (e) {
  MATCH (e)<-[:NAMES]-(n:Name)
  MATCH (:Name {space: $to, key: n.key})-[:NAMES]->(other:Entity)
  RETURN other
  UNION
  MATCH (other:Entity {space: $to, externalId: e.externalId})
  RETURN other
}
WITH e, other
WHERE NOT EXISTS { (:Entity {space: $space, id: other.id}) }
RETURN DISTINCT e.id AS id
