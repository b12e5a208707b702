// Makes sure that nobody else works on a request with this Idempotency-Key, in any space of the tenant, until the
// transaction ends, and tells what was answered to an earlier one, if that is not too long ago.
//   $tenant  whose     $key  the key
// Returns request (a hash of it), answer. No row if there was none.
CYPHER 25
MERGE (k:IdempotencyKey {tenant: $tenant, key: $key})
SET k.locked = true
WITH k
WHERE k.expiresAt > datetime.realtime('Z')
RETURN k.request AS request, k.answer AS answer
