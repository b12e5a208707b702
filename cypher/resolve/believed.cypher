// A fact as it is believed now.
//   $space  whose memory     $id  which fact
// Returns fact. No row if it is not believed.     Try it: :param {space: 'abc1', id: '…'}
CYPHER 25
MATCH (f:Fact {space: $space, id: $id, recordedTo: datetime('9999-12-31T23:59:59.999999Z')})
RETURN f {.*, embedding: null, supports: [], ends: []} AS fact
