// Erases what was recorded of some recalls of a space, those of before it was there included.
//   $space  whose memory     $limit  how many at most
// Returns erased.
CYPHER 25
MATCH (s:ErasedSpace {key: $space})
CALL (s) {
  MATCH (r:Recall {space: s.key})
  RETURN r
  UNION
  MATCH (r:Recall {tenant: s.tenant, name: s.name, space: 'none0'})
  USING INDEX SEEK r:Recall(tenant, name, id)
  WHERE r.id > ''
  RETURN r
}
WITH r LIMIT $limit
DETACH DELETE r
RETURN count(*) AS erased
