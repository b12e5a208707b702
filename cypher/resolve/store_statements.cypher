// Stores statements. One that comes without an episode becomes one itself, so that everything leads back to a source.
//   $tenant  whose memory     $space  the space of what was said     $generation  that of what is believed     $now  the moment of recording
//   $statements  [{properties, embedding, quote, episode: the properties of its own episode, or null}]
CYPHER 25
UNWIND range(0, size($statements) - 1) AS position
WITH position, $statements[position] AS claimed
CREATE (s:Statement {tenant: $tenant, space: $generation, recordedAt: $now})
SET s += claimed.properties
FOREACH (own IN CASE WHEN claimed.episode IS NULL THEN [] ELSE [claimed.episode] END |
  CREATE (e:Episode {tenant: $tenant, space: $space, recordedAt: $now, position: position})
  SET e += own)
WITH s, claimed
CALL db.create.setNodeVectorProperty(s, 'embedding', claimed.embedding)
MATCH (e:Episode {tenant: $tenant, id: s.episodeId})
CREATE (s)-[said:SAID_IN]->(e)
SET said.quote = claimed.quote
