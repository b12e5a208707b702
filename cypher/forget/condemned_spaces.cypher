// Spaces whose erasure has begun and not ended, of all tenants.
// Returns space (its key).      Scans: there are few of them.
CYPHER 25
MATCH (s:ErasedSpace)
RETURN s.key AS space
