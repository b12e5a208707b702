// Shows the one whose memory a space is by the name that is believed to be its own, else by the one that it had at first.
// What was said of it is kept under its first name, since a name can be erased.
//   $space  whose memory     $self  its external id     $now  the moment of recording     $named  [{entity, slot: of its name}]
CYPHER 25
UNWIND $named AS named
MATCH (e:Entity {space: $space, id: named.entity})
USING INDEX SEEK e:Entity(space, id)
WHERE e.externalId = $self
WITH e, named.slot AS slot, head(COLLECT {
  MATCH (f:Fact {space: $space, slot: named.slot, recordedTo: datetime('9999-12-31T23:59:59.999999Z')})
  USING INDEX SEEK f:Fact(space, slot, recordedTo)
  WHERE f.owner = '' AND f.validFrom <= $now AND $now < f.validTo AND f.value IS NOT NULL
  RETURN toString(f.value) ORDER BY f.validFrom DESC LIMIT 1
}) AS told
WHERE told IS NOT NULL OR e.nameAtFirst IS NOT NULL
SET e.nameSlot = slot, e.nameAtFirst = coalesce(e.nameAtFirst, e.name)
SET e.name = coalesce(told, e.nameAtFirst)
