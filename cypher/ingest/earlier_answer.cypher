// What was answered to a request with this Idempotency-Key, if that is not too long ago.
//   $tenant  whose     $key  the key
// Returns request (a hash of it), answer.
CYPHER 25
MATCH (k:IdempotencyKey {tenant: $tenant, key: $key})
WHERE k.expiresAt > datetime.realtime('Z')
RETURN k.request AS request, k.answer AS answer
