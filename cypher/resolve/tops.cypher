// What entities turned out to be: themselves, or what they were merged into.
//   $space  whose memory     $ids  which
// Returns id, top, name, type. No row for one that there is not.     Try it: :param {space: 'abc1', ids: ['…']}
CYPHER 25
UNWIND $ids AS id
MATCH (e:Entity {space: $space, id: id})-[:MERGED_INTO*0..]->(top:Entity)
WHERE NOT EXISTS { (top)-[:MERGED_INTO]->() }
RETURN id, top.id AS top, coalesce(top.nameAtFirst, top.name) AS name, top.type AS type
