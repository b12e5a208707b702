// Erases what was claimed in some episodes, in every generation, with all versions of facts that it spoke for. What else
// supported such a fact is noted at the versions that remain. What a model wrote that was told of them may repeat them.
//   $tenant  whose memory     $episodes  which
// Returns statements (how many), facts, entities (ids): what went for good.
CYPHER 25
MATCH (s:Statement {tenant: $tenant})
WHERE s.episodeId IN $episodes
OPTIONAL MATCH (s)-[:SUPPORTS|ENDS|DROPS]->(touched:Fact)
WITH collect(DISTINCT s) AS erased, collect(DISTINCT s.id) AS ids, collect(DISTINCT {space: touched.space, id: touched.id}) AS facts
WITH erased, ids, [fact IN facts WHERE fact.id IS NOT NULL] AS facts
CALL (ids, facts) {
  UNWIND facts AS fact
  MATCH (f:Fact {space: fact.space, id: fact.id})
  USING INDEX SEEK f:Fact(space, id, version)
  WHERE f.version IS NOT NULL
  WITH ids, f ORDER BY f.version
  WITH ids, f.space AS space, f.id AS id, collect(f) AS versions
  WITH ids, space, id, [f IN versions WHERE f.top IN ids] AS gone, [f IN versions WHERE NOT f.top IN ids] AS kept
  CALL (ids, gone, kept) {
    UNWIND gone AS f
    WITH ids, f, kept WHERE size(kept) > 0
    MATCH (other:Statement)-[r:SUPPORTS|ENDS|DROPS]->(f)
    WHERE NOT other.id IN ids
    WITH other, r, coalesce(head([k IN kept WHERE k.version > f.version]), last(kept)) AS heir
    CREATE (other)-[moved:$(type(r))]->(heir)
    SET moved = properties(r)
  }
  CALL (kept) {
    UNWIND range(1, size(kept) - 1) AS i
    WITH kept[i - 1] AS earlier, kept[i] AS later
    MERGE (later)-[:REVISES]->(earlier)
  }
  CALL (space, kept) {
    UNWIND kept AS f
    WITH space, f WHERE f.recordedTo < datetime('9999-12-31T23:59:59.999999Z')
    MATCH (top:Statement {space: space, id: f.top})
    SET f.metadata = top.metadata, f.tags = top.tags, f.confidence = top.confidence
  }
  CALL (space, id, gone) {
    // Where nothing is believed any more, nobody else keeps the relationships in order.
    MATCH (g:Generation {space: space})
    WHERE g.recordedTo < datetime('9999-12-31T23:59:59.999999Z')
    UNWIND gone AS f
    MATCH (:Entity {space: space, id: f.subject})-[r]->(:Entity {space: space, id: f.object})
    WHERE r.fact = id
    DELETE r
  }
  FOREACH (f IN gone | DETACH DELETE f)
  RETURN collect(DISTINCT CASE WHEN size(kept) = 0 THEN id END) AS lost
}
CALL (erased) {
  // By what the one called itself whose memory it is, unless others told that, too.
  UNWIND erased AS s
  WITH erased, s WHERE s.type = 'HAS_NAME' AND s.value IS NOT NULL
  MATCH (e:Entity {space: s.space, id: s.subject})<-[names:NAMES]-(n:Name)
  WHERE e.nameAtFirst <> names.name AND coalesce(names.owner, '') = '' AND names.name = trim(toString(s.value)) AND NOT EXISTS {
    MATCH (other:Statement {space: s.space, slot: s.slot})
    WHERE other.valueKey = s.valueKey AND NOT other IN erased
  }
  WITH DISTINCT e, names, n
  // Where nothing is believed any more, nobody else takes it back.
  SET e.name = CASE e.name WHEN names.name THEN e.nameAtFirst ELSE e.name END
  DELETE names
  WITH DISTINCT n
  WHERE NOT EXISTS { (n)-[:NAMES]->() }
  DELETE n
}
CALL (erased, ids) {
  // In generations, too, in which nothing was read out of these episodes any more.
  UNWIND erased AS s
  WITH DISTINCT ids, s.space AS one
  MATCH (:Generation {space: one})<-[:HAS_GENERATION]-(home)
  MATCH (home)-[:HAS_GENERATION]->(g:Generation)
  WITH DISTINCT ids, g.space AS space
  CALL (ids, space) {
    MATCH (doubt:Suggestion {space: space})
    WHERE doubt.pair IS NOT NULL AND any(id IN doubt.drawnFrom WHERE id IN ids)
    REMOVE doubt.verdictReason
  }
  CALL (ids, space) {
    MATCH (d:Decision {space: space})
    WHERE d.at IS NOT NULL AND any(id IN d.drawnFrom WHERE id IN ids)
    REMOVE d.reason
  }
}
WITH erased, size(ids) AS statements, lost, [s IN erased | {space: s.space, id: s.subject}] + [s IN erased
  WHERE s.object IS NOT NULL | {space: s.space, id: s.object}] AS entities,
  [s IN erased WHERE s.subjectSaid IS NOT NULL | {space: s.space, id: s.subjectSaid, owner: s.owner}] + [s IN erased
  WHERE s.objectSaid IS NOT NULL | {space: s.space, id: s.objectSaid, owner: s.owner}] AS speakers,
  [s IN erased | {space: s.space, id: s.subjectSaid, owner: s.owner, mention: s.subjectMention}] + [s IN erased
  WHERE s.objectMention IS NOT NULL | {space: s.space, id: s.objectSaid, owner: s.owner, mention: s.objectMention}] AS mentions
FOREACH (s IN erased | DETACH DELETE s)
WITH statements, lost, entities, speakers, mentions
CALL (mentions) {
  // By what somebody was called there and nowhere else, as long as there is another name; nor is known what it was in systems of others.
  UNWIND mentions AS told
  WITH DISTINCT told
  MATCH (e:Entity {space: told.space, id: told.id})
  WITH e, told, COLLECT {
    MATCH (s:Statement {space: e.space, subjectSaid: e.id}) WHERE s.owner = told.owner RETURN s.subjectMention AS mention
    UNION
    MATCH (s:Statement {space: e.space, objectSaid: e.id}) WHERE s.owner = told.owner RETURN s.objectMention AS mention
  } AS left
  WITH e, told, left, split(told.mention, '\n') AS words, [mention IN left | last(split(mention, '\n'))] AS keys
  WHERE size(left) > 0
  CALL (e, told, left, words) {
    WITH e, told, left, words
    WHERE words[0] STARTS WITH 'as ' AND words[0] <> 'as self' AND NOT any(mention IN left WHERE split(mention, '\n')[0] = words[0])
    FOREACH (any IN CASE WHEN told.owner = '' AND 'as ' + e.externalId = words[0] THEN [1] ELSE [] END |
      SET e.externalId = null, e.externalIdFrom = null)
    WITH e, told, words
    MATCH (e)<-[names:NAMES]-(:Name)
    WHERE coalesce(names.owner, '') = told.owner AND 'as ' + names.externalId = words[0]
    SET names.externalId = null, names.externalIdFrom = null, names.space = null
  }
  MATCH (n:Name {space: e.space, key: last(words)})-[names:NAMES]->(e)
  WHERE coalesce(names.owner, '') = told.owner AND NOT n.key IN keys
    AND NOT EXISTS { MATCH (s:Statement {space: e.space, subjectSaid: e.id}) WHERE s.type = 'HAS_NAME' AND trim(toString(s.value)) = names.name }
  WITH DISTINCT e, n, names, told.owner AS owner, keys
  WITH e, n, names, owner, COLLECT {
    MATCH (e)<-[another:NAMES]-(other:Name)
    WHERE other.key <> n.key AND coalesce(another.owner, '') = owner AND (other.key IN keys OR e.nameAtFirst = another.name)
    RETURN another.name ORDER BY another.recordedFrom
  } AS others
  WHERE size(others) > 0
  SET e.name = CASE WHEN owner = '' AND e.name = names.name THEN others[0] ELSE e.name END,
    e.nameAtFirst = CASE WHEN owner = '' AND e.nameAtFirst = names.name THEN others[0] ELSE e.nameAtFirst END
  DELETE names
  WITH DISTINCT n
  WHERE NOT EXISTS { (n)-[:NAMES]->() }
  DELETE n
}
WITH statements, lost, entities, speakers
CALL (speakers) {
  // Who speaks of somebody no more has no name for it, while others do, and shows it to nobody by that.
  UNWIND speakers AS speaker
  WITH DISTINCT speaker
  WHERE speaker.owner IS NOT NULL
    AND NOT EXISTS { MATCH (s:Statement {space: speaker.space, subjectSaid: speaker.id}) WHERE s.owner = speaker.owner }
    AND NOT EXISTS { MATCH (s:Statement {space: speaker.space, objectSaid: speaker.id}) WHERE s.owner = speaker.owner }
  MATCH (e:Entity {space: speaker.space, id: speaker.id})
  WITH e, speaker, COLLECT {
    MATCH (e)<-[names:NAMES]-(:Name)
    WHERE coalesce(names.owner, '') <> speaker.owner
    RETURN names.name ORDER BY coalesce(names.owner, ''), names.recordedFrom
  } AS others
  WHERE size(others) > 0
  FOREACH (any IN CASE WHEN speaker.owner = '' THEN [1] END |
    SET e.name = others[0], e.type = null, e.typeFrom = null,
      e.externalId = CASE e.externalId WHEN 'self' THEN 'self' END)
  WITH e, speaker
  MATCH (n:Name)-[names:NAMES]->(e)
  WHERE coalesce(names.owner, '') = speaker.owner
  DELETE names
  WITH DISTINCT n
  WHERE NOT EXISTS { (n)-[:NAMES]->() }
  DELETE n
}
WITH statements, lost, entities
CALL (entities) {
  // Whom one was split off from may be one whom nobody speaks of any more, too. What was split off once more was so later.
  UNWIND entities AS entity
  WITH DISTINCT entity
  WITH entity.space AS space, collect(entity.id) AS ids
  WITH space, reduce(all = ids, split IN COLLECT {
      MATCH (d:Decision {space: space})
      USING INDEX SEEK d:Decision(space, at)
      WHERE d.at IS NOT NULL AND d.kind = 'SPLIT'
      RETURN d ORDER BY d.at DESC
    } | CASE WHEN split.gone IN all THEN all + split.kept + coalesce(split.subjects, []) + coalesce(split.objects, []) ELSE all END) AS all
  UNWIND all AS id
  WITH DISTINCT {space: space, id: id} AS entity
  // Those who are taken for one go together: else a name would stay with one whom nobody speaks of.
  MATCH (one:Entity {space: entity.space, id: entity.id})
  MATCH ANY SHORTEST (one)-[:MERGED_INTO|WAS_MERGED_INTO]-{0,}(e:Entity)
  WITH entity, collect(DISTINCT e) AS alike
  CALL (alike) {
    UNWIND alike AS e
    RETURN collect(EXISTS { (:Statement {space: e.space, subject: e.id}) } OR EXISTS { (:Statement {space: e.space, object: e.id}) }
      OR EXISTS { (:Statement {space: e.space, subjectSaid: e.id}) } OR EXISTS { (:Statement {space: e.space, objectSaid: e.id}) }) AS spokenOf
  }
  WITH CASE WHEN true IN spokenOf THEN [i IN range(0, size(alike) - 1)
      WHERE NOT spokenOf[i] AND NOT EXISTS { MATCH (one:Entity)-[:MERGED_INTO]-() WHERE one = alike[i] } | alike[i]] ELSE alike END AS nobodies
  UNWIND nobodies AS e
  OPTIONAL MATCH (name:Name)-[:NAMES]->(e)
  OPTIONAL MATCH (doubt:Suggestion)-[:ABOUT]->(e)
  WITH collect(DISTINCT e) AS nobody, collect(DISTINCT e.id) AS gone, collect(DISTINCT name) AS names, collect(DISTINCT doubt) AS doubts
  FOREACH (node IN doubts + nobody | DETACH DELETE node)
  WITH gone, names
  CALL (names) {
    UNWIND names AS n
    WITH n WHERE NOT EXISTS { (n)-[:NAMES]->() }
    DELETE n
  }
  RETURN gone
}
RETURN statements, lost AS facts, gone AS entities
