// Takes from the one whose memory a space is the names that were read out of episodes, in a generation that is being built: they
// are told again there, or no more.
//   $space  the generation that is believed     $to  the new one     $self  its external id
// Returns entity (its id), slot: of its name.
CYPHER 25
MATCH (e:Entity {space: $to, externalId: $self})
WHERE e.nameSlot IS NOT NULL
CALL (e) {
  MATCH (n:Name)-[names:NAMES]->(e)
  WHERE names.name <> e.nameAtFirst AND coalesce(names.owner, '') = '' AND EXISTS {
    MATCH (s:Statement {space: $space, slot: e.nameSlot}) WHERE s.read AND trim(toString(s.value)) = names.name
  } AND NOT EXISTS {
    MATCH (s:Statement {space: $to, slot: e.nameSlot}) WHERE trim(toString(s.value)) = names.name
  }
  DELETE names
  WITH DISTINCT n
  WHERE NOT EXISTS { (n)-[:NAMES]->() }
  DELETE n
}
RETURN e.id AS entity, e.nameSlot AS slot
