// Entities of a space in the order of their ids.
//   $space  whose memory     $after  the last one of the page before     $limit  how many
// Returns id.     Try it: :param {space: 'abc1', after: '', limit: 100}
CYPHER 25
MATCH (e:Entity {space: $space})
WHERE e.id > $after
RETURN e.id AS id
ORDER BY e.space, e.id
LIMIT $limit
