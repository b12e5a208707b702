// Slots of a space in the order of their keys.
//   $space  whose memory     $after  the last one of the page before     $limit  how many
// Returns slot.     Try it: :param {space: 'abc1', after: '', limit: 100}
CYPHER 25
MATCH (s:Statement {space: $space})
WHERE s.slot > $after
WITH DISTINCT s.space AS space, s.slot AS slot
ORDER BY space, slot LIMIT $limit
RETURN slot
