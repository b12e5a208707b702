package dev.loci;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.neo4j.driver.Driver;

/**
 * All that a space holds, line by line, without what differs between two runs that come
 * to the same: ids, keys, and when it was recorded.
 */
public final class Portrait {

	private static final List<String> SAID = List.of(
			"""
					MATCH (e:Episode {space: $key})
					RETURN 'episode ' + e.kind + ' ' + coalesce(e.sessionId, '') + ' ' + coalesce(e.role, '') + ' ' + coalesce(e.name, '')
					  + ' ' + toString(e.position) + ' ' + e.content + COLLECT { MATCH (e)-[:NEXT]->(n:Episode) RETURN ' > ' + n.content }[0..9]
					  + ' @' + CASE WHEN e.occurredAt = e.recordedAt THEN 'then' ELSE toString(e.occurredAt) END AS line""",
			"""
					MATCH (p:Passage {space: $key})-[:OF]->(e:Episode)
					RETURN 'passage ' + toString(p.position) + ' of ' + left(e.content, 40) + ': ' + p.text + ' read ' + toString(p.readAt IS NOT NULL)
					  + ' embedded ' + toString(p.embedding IS NOT NULL) AS line""",
			"""
					MATCH (j:Job {space: $key})
					WHERE j.status <> 'DONE' OR EXISTS { (j)-[:INGESTS]->() }
					RETURN 'job ' + j.kind + ' ' + j.status + ' ' + coalesce(j.extractor, '') + ' ' + toString(coalesce(j.statements, -1))
					  + ' of ' + COLLECT { MATCH (j)-[:INGESTS]->(e) RETURN left(e.content, 40) ORDER BY e.position }[0..9]
					  + ' found ' + COLLECT { MATCH (j)-[f:FOUND]->(s:Statement) RETURN f.outcome + ' ' + s.text ORDER BY f.position, s.text }[0..99]
					  + ' dropped ' + coalesce(j.droppedTexts, []) AS line""");

	private static final List<String> BELIEVED = List.of(
			"""
					MATCH (s:Statement {space: $generation})
					RETURN 'statement ' + s.subjectName + ' ' + s.predicate + ' ' + coalesce(s.objectName, toStringOrNull(s.value), '') + ' ' + s.polarity
					  + ' ' + coalesce(toString(s.validFrom), '') + '..' + coalesce(toString(s.validTo), '') + ' ' + s.basis
					  + ' ' + coalesce(toString(s.holdsAt), '') + ' ' + s.authority + ' ' + toString(s.observedAt) + ' ' + toString(s.position)
					  + ' ' + toString(s.suggestion) + ' ' + toString(s.confidence) + ' ' + s.text + ' ' + coalesce(s.quote, '')
					  + ' in ' + COLLECT { MATCH (s)-[:SAID_IN]->(e) RETURN e.content }[0..9]
					  + ' for ' + COLLECT { MATCH (s)-[r]->(f:Fact) WHERE r.recordedTo.year = 9999 RETURN type(r) + ' ' + f.text ORDER BY f.text }[0..99]
					  AS line""",
			"""
					MATCH (f:Fact {space: $generation})
					WHERE $versions OR f.recordedTo.year = 9999
					RETURN 'fact ' + f.subjectName + ' ' + f.predicate + ' ' + coalesce(f.objectName, toStringOrNull(f.value), '')
					  + ' ' + toString(f.validFrom) + '..' + toString(f.validTo) + ' ' + CASE WHEN $versions THEN toString(f.version) ELSE '' END
					  + ' ' + toString(f.recordedTo.year = 9999) + ' ' + f.kind + ' ' + toString(f.confidence) + ' ' + f.text
					  + COLLECT { MATCH (f)-[:SUPERSEDED_BY]->(n) WHERE $versions RETURN ' < ' + n.text ORDER BY n.text }[0..9]
					  + COLLECT { MATCH (f)-[:SUBJECT|OBJECT]->(e) RETURN e.name ORDER BY e.name }[0..9] AS line""",
			"""
					MATCH (e:Entity {space: $generation})
					RETURN 'entity ' + e.name + ' ' + coalesce(e.type, '') + ' ' + coalesce(e.externalId, '')
					  + COLLECT { MATCH (n:Name)-[r:NAMES]->(e) RETURN n.key + '=' + r.name + ' ' + r.owner ORDER BY n.key, r.owner }[0..99]
					  + COLLECT { MATCH (e)-[r:MERGED_INTO|WAS_MERGED_INTO]->(o) RETURN type(r) + ' ' + o.name }[0..9] AS line""",
			"""
					MATCH (s:Entity {space: $generation})-[r]->(o:Entity) WHERE r.fact IS NOT NULL
					RETURN 'edge ' + s.name + ' ' + type(r) + ' ' + o.name + ' ' + toString(r.validFrom) + '..' + toString(r.validTo) AS line""",
			"""
					MATCH (s:Suggestion {space: $generation})
					RETURN 'suggestion ' + s.kind + ' ' + s.status + COLLECT { MATCH (s)-[:ABOUT]->(it) RETURN coalesce(it.name, it.text) ORDER BY coalesce(it.name, it.text) }[0..9]
					  AS line""");

	private Portrait() {
	}

	/** What was said, and what is believed with all its past. */
	public static List<String> of(Driver driver, String space) {
		List<String> lines = new ArrayList<>(of(driver, space, SAID, true));
		lines.addAll(of(driver, space, BELIEVED, true));
		return lines;
	}

	/** What is claimed and believed now, however that came about. */
	public static List<String> ofBeliefs(Driver driver, String space) {
		return of(driver, space, BELIEVED, false);
	}

	private static List<String> of(Driver driver, String space, List<String> queries, boolean versions) {
		return queries.stream()
			.flatMap((query) -> driver.executableQuery(
					"MATCH (sp:Space {name: $space}) WITH sp.key AS key, sp.generation AS generation CALL (key, generation) {"
							+ query.replace("$key", "key").replace("$generation", "generation") + "} RETURN line")
				.withParameters(Map.of("space", space, "versions", versions))
				.execute()
				.records()
				.stream()
				.map((row) -> row.get("line").toString())
				.sorted())
			.toList();
	}

}
