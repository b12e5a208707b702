// The splits of a space that stand, statement by statement.
//   $space  whose memory
// Returns statement (its id), subjects, objects: whom that end had meant, and whom that was taken for; none where it did not change.
// Try it: :param {space: 'abc1'}
CYPHER 25
MATCH (d:Decision {space: $space})
USING INDEX SEEK d:Decision(space, at)
WHERE d.at IS NOT NULL AND d.kind = 'SPLIT' AND d.undoneAt IS NULL
UNWIND range(0, size(d.statements) - 1) AS i
RETURN d.statements[i] AS statement, CASE WHEN d.subjects[i] <> '' THEN [d.kept, d.subjects[i]] ELSE [] END AS subjects,
  CASE WHEN d.objects[i] <> '' THEN [d.kept, d.objects[i]] ELSE [] END AS objects
