// Statements that came before from the same evidence, wherever they belong by now.
//   $space  whose memory     $identities  by which they are recognised
// Returns statement.     Try it: :param {space: 'abc1', identities: ['…']}
CYPHER 25
UNWIND $identities AS identity
MATCH (s:Statement {space: $space, identity: identity})
RETURN s {.*, embedding: null} AS statement
