// Takes a space its name and its place in the queue: nobody reads or writes it any more.
//   $tenant, $name  whose memory
// Returns space (its key). No row if there is no such space.
CYPHER 25
MATCH (s:Space {tenant: $tenant, name: $name})
SET s.locked = true
WITH s
WHERE s:Space
REMOVE s:Space, s.dueAt
SET s:ErasedSpace, s.fence = coalesce(s.fence, 0) + 1
RETURN s.key AS space
