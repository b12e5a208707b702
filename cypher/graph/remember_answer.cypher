// Remembers the answer to a request with an Idempotency-Key.
//   $tenant, $space  whose     $key  the key     $request  a hash of the request     $type  of what     $answer  as JSON
//   $kept  for how long
CYPHER 25
MERGE (k:IdempotencyKey {tenant: $tenant, key: $key})
SET k.space = $space, k.request = $request, k.type = $type, k.answer = $answer, k.expiresAt = datetime.realtime('Z') + $kept
