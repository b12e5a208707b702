// The next moment at which a fact of a space begins, ends or expires, in whatever version: until then the same facts hold.
//   $space  whose beliefs     $after  the moment before
// Returns next, null if all stays as it is.
CYPHER 25
CALL () {
  MATCH (f:Fact {space: $space})
  USING INDEX SEEK f:Fact(space, validFrom)
  WHERE f.validFrom > $after
  RETURN f.validFrom AS moment ORDER BY f.space, f.validFrom LIMIT 1
  UNION ALL
  MATCH (f:Fact {space: $space})
  USING INDEX SEEK f:Fact(space, validTo)
  WHERE f.validTo > $after
  RETURN f.validTo AS moment ORDER BY f.space, f.validTo LIMIT 1
  UNION ALL
  MATCH (f:Fact {space: $space})
  USING INDEX SEEK f:Fact(space, expiresAt)
  WHERE f.expiresAt > $after
  RETURN f.expiresAt AS moment ORDER BY f.space, f.expiresAt LIMIT 1
}
RETURN min(moment) AS next
