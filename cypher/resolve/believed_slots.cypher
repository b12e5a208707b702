// Those of some slots in which anything is believed, and until when.
//   $space  whose memory     $slots  which
// Returns slot, until.     Try it: :param {space: 'abc1', slots: ['WORKS_AT|…']}
CYPHER 25
UNWIND $slots AS slot
MATCH (f:Fact {space: $space, slot: slot, recordedTo: datetime('9999-12-31T23:59:59.999999Z')})
RETURN slot, max(f.validTo) AS until
