// Spaces whose erasure has begun and not ended, of all tenants.
// Returns space (its key).
CYPHER 25
MATCH (s:ErasedSpace)
RETURN s.key AS space
