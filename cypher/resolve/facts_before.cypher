// Where some facts were just before a moment.
//   $space  whose memory     $facts  their ids     $at  the moment
// Returns id, slot. No row for one that was not believed then.
CYPHER 25
UNWIND $facts AS id
MATCH (f:Fact {space: $space, id: id})
USING INDEX SEEK f:Fact(space, id, recordedTo)
WHERE f.recordedTo >= $at AND f.recordedFrom < $at
RETURN f.id AS id, f.slot AS slot
