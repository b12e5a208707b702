package dev.loci.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.loci.Api;
import dev.loci.LociIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.neo4j.driver.Driver;
import org.neo4j.driver.summary.GqlNotification;
import org.neo4j.driver.summary.ResultSummary;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every query must be, whoever wrote it.
 */
@LociIT
@TestInstance(Lifecycle.PER_CLASS)
class CypherFilesIT {

	private static final Path CYPHER = Path.of("../../cypher");

	private static final Pattern PARAMETER = Pattern.compile("\\$`?([a-zA-Z]\\w*)");

	private static final Pattern FACT = Pattern.compile("(?s)fact: f (\\{.*?), evidence:");

	private static final Set<String> UNKNOWN_NAMES = Set.of("01N50", "01N51", "01N52");

	/** What these put in order are the few blocks of an agent, or facts of one slot. */
	private static final Set<String> FEW = Set.of("context/blocks_of_space.cypher", "context/core_memory.cypher",
			"ingest/doubts_of_job.cypher");

	private final Driver driver;

	private final Api api;

	private final Map<String, ResultSummary> explained = new HashMap<>();

	CypherFilesIT(@Autowired Driver driver, @LocalServerPort int port) {
		this.driver = driver;
		this.api = new Api(port);
	}

	/** Labels and properties are known to the database once something has them. */
	@BeforeEach
	void somethingOfEverything() {
		this.api.post("/spaces/demo/episodes?wait=PT20S", """
				{"messages": [{"id": "m-1", "role": "user", "name": "Alice", "content": "Hello."},
				              {"role": "assistant", "content": "Hello, Alice."}],
				 "sessionId": "s-1", "agentId": "a-1", "metadata": {"channel": "web"}}""", "Idempotency-Key", "seed");
		this.api.post("/spaces/demo/episodes?wait=PT20S", """
				{"text": "A text.", "title": "Title", "source": "mail"}""");
		this.api.post("/spaces/demo/facts",
				"""
						{"facts": [
						  {"subject": {"name": "Alice", "externalId": "u-1", "type": "Person"}, "predicate": "LIVES_IN",
						   "object": {"name": "Paris"}, "validFrom": "2018", "agentId": "a-1"},
						  {"subject": {"name": "Alice"}, "predicate": "LIVES_IN", "object": {"name": "Berlin"},
						   "validFrom": "2020", "validTo": "2021", "observedAt": "2024-01-01T00:00:00Z", "holdsAt": "2020-06-01T00:00:00Z"},
						  {"subject": {"name": "Alize"}, "predicate": "BORN_ON", "value": "1990-05-17"},
						  {"subject": {"name": "Alice"}, "predicate": "lived in", "polarity": "RETRACT"}]}""");
		this.api.send("PUT", "/spaces/demo/blocks/persona", "{\"text\": \"A bird.\", \"description\": \"Who I am\"}");
		// Enough for the planner to see that a scan would cost something.
		this.driver
			.executableQuery(
					"""
							UNWIND range(1, 1000) AS i
							WITH toString(i) AS id, 'crowd' + i AS space, datetime() AS now
							CREATE (:Space {tenant: 'crowd', name: id, key: space, ontology: '', wantedOntology: '',
							  building: space, extract: 'LOCAL'})-[:HAS_GENERATION]->(:Generation {space: space, builder: id, cause: id, passages: 1,
							  readAt: now, readEpisode: 0, readPassage: 0, readingFrom: now, recitedAt: now, recitedId: id, recited: 1, told: 1,
							  locked: true})
							CREATE (:Session {space: space, id: id})<-[:IN]-(e:Episode {tenant: 'crowd', space: space, id: id,
							  identity: id, sessionId: id, occurredAt: now, offset: 'Z'})<-[:OF]-(:Passage {space: space, id: id, readAt: now})
							CREATE (j:Job {tenant: 'crowd', space: space, id: id, kind: 'INGEST', status: 'DONE', acceptedAt: now,
							  extractor: 'local', note: id, judgeMillis: 0, calls: 0, promptTokens: 0, completionTokens: 0, extractMillis: 0,
							  embedMillis: 0, resolveMillis: 0, droppedTexts: [id], droppedReasons: [id], droppedMore: 1, passagesRead: 1, passagesToRead: 1})-[:INGESTS]->(e)
							CREATE (a:Entity {tenant: 'crowd', space: space, id: id, externalId: id})<-[:NAMES]-(:Name {space: space, key: id})
							CREATE (st:Statement {tenant: 'crowd', space: space, id: id, slot: id, mirror: id, recordedAt: now, subject: id,
							  subjectSaid: id, objectSaid: id, subjectMention: id, objectMention: id, episodeId: id, read: true})-[:SAID_IN]->(e)
							CREATE (j)-[:FOUND {position: 0, fact: id, outcome: 'ADDED'}]->(st)
							CREATE (f:Fact {tenant: 'crowd', space: space, id: id, version: 1, slot: id, subject: id, object: id, mutual: id,
							  recordedFrom: now, recordedTo: now})-[:SUBJECT]->(a)
							CREATE (f)<-[:SUPPORTS {recordedFrom: now, recordedTo: now}]-(st)
							CREATE (:Suggestion {tenant: 'crowd', space: space, id: id, pair: id, status: 'OPEN'})-[:ABOUT]->(a)
							CREATE (:Decision {tenant: 'crowd', space: space, id: id, at: now})
							CREATE (:Recall {tenant: 'crowd', name: id, space: space, id: id, askedAt: now, knownAt: now, responseId: id, query: id,
							  given: 1, tokens: 1, locked: true})-[:GAVE {memory: id, recall: id, rank: 1, score: 0.5, why: '{}', helpful: true}]->(f)
							CREATE (:Feedback {space: space, memory: id, helpful: 1, unhelpful: 0, locked: true})
							CREATE (:Block {space: space, label: id, version: 1, recordedFrom: now, recordedTo: now})<-[:CARRIED]-(:Recall {tenant: 'crowd', id: 'carries' + id})
							CREATE (:IdempotencyKey {tenant: 'crowd', key: id, space: space, expiresAt: now})""")
			.execute();
		this.driver
			.executableQuery(
					"""
							MERGE (gone:ErasedSpace {key: 'gone0'})
							MERGE (failed:Job {tenant: 'none', id: 'failed', space: 'gone0'}) SET failed += {error: 'seeded', held: true, cutOffs: 1, silent: 1, silentReasons: ['seeded']}, failed:Reread
							MERGE (riddle:Passage {space: 'gone0', id: 'riddle'}) SET riddle.unreadable = 'seeded'
							MERGE (lock:__Neo4jMigrationsLock {id: 'seeded'})
							DELETE lock
							MERGE (types:RelationshipType {name: '*'}) SET types.count = 0, types.locked = true
							WITH types
							MATCH (e:Entity {id: '1'}), (other:Entity {id: '2'}), (f:Fact {id: '1'}), (s:Statement {id: '1'})
							MERGE (e)-[merged:MERGED_INTO]->(other) SET merged.recordedFrom = datetime(), merged.decision = '1'
							MERGE (e)-[was:WAS_MERGED_INTO]->(other)
							SET was.recordedFrom = datetime(), was.recordedTo = datetime(), was.decision = '1'
							MERGE (d:Decision {tenant: 'crowd', id: '1'})
							SET d += {space: 'crowd1', kind: 'MERGE', kept: '2', gone: '1', at: datetime(), reason: 'seeded',
							  undoneAt: datetime(), statements: ['1'], subjects: [''], objects: [''], by: 'seeded', drawnFrom: ['1']}
							MERGE (doubt:Suggestion {tenant: 'crowd', id: '1'})
							MERGE (doubt)-[:ABOUT]->(s)
							SET doubt += {kind: 'SAME', score: 0.9, reason: 'seeded', createdAt: datetime(), decidedAt: datetime(),
							  judgedAt: datetime(), judgedBy: 'seeded', decidedBy: 'seeded', verdict: 'SAME', verdictReason: 'seeded',
							  drawnFrom: ['1']}
							SET e.nameAtFirst = '1', e.nameSlot = '1'
							MERGE (e)<-[named:NAMES]-(:Name {key: '1'}) SET named.type = '1', named.typeFrom = datetime(), named.externalIdFrom = datetime()
							MERGE (f)-[:REVISES]->(f) MERGE (f)-[:OBJECT]->(e) MERGE (f)-[:SUPERSEDED_BY]->(f)
							MERGE (f)<-[:DROPS]-(s) MERGE (f)<-[:ENDS]-(s)
							SET f.mergedInto = '1', s.mirror = '1', s.quote = 'seeded', s.paired = true""")
			.execute();
		// Plans depend on statistics, and those of an emptied database tell of what is
		// gone.
		this.driver.executableQuery("CALL db.prepareForReplanning(120)").execute();
	}

	static List<Path> queries() throws IOException {
		try (Stream<Path> files = Files.walk(CYPHER)) {
			return files.filter((file) -> file.toString().endsWith(".cypher"))
				.filter((file) -> !file.startsWith(CYPHER.resolve("schema")))
				.map(CYPHER::relativize)
				.sorted()
				.toList();
		}
	}

	@TestFactory
	Stream<DynamicTest> beginsWithItsPurposeAndParameters() throws IOException {
		return eachQuery(this::beginning);
	}

	private void beginning(String text) {
		String header = header(text);
		assertThat(header).startsWith("// ");
		assertThat(text.substring(header.length())).containsPattern("\\ACYPHER 25( runtime=slotted)?\n");
		assertThat(explain(text).gqlStatusObjects()).as("unknown labels, types and properties")
			.noneMatch((status) -> UNKNOWN_NAMES.contains(status.gqlStatus()));
		assertThat(names(tryIt(header))).as("parameters named in the header " + explain(text).gqlStatusObjects())
			.isEqualTo(missing(text));
	}

	@TestFactory
	Stream<DynamicTest> seeksInAnIndexUnlessItSaysThatItScans() throws IOException {
		return eachQuery(this::seeking);
	}

	private void seeking(String text) {
		if (!header(text).contains("Scans")) {
			assertThat(Plans.scans(explain(text).plan())).isEmpty();
		}
	}

	/** Else a page would cost as much as the whole space. */
	@TestFactory
	Stream<DynamicTest> readsPagesOfASpaceInTheOrderOfAnIndex() {
		return Stream
			.of("entities_of_space", "episodes_of_session", "episodes_of_space", "facts_of_space", "recordings",
					"recordings_of_space", "recordings_of_response", "recordings_of_fact", "recordings_of_episode")
			.map((name) -> DynamicTest.dynamicTest(name,
					() -> assertThat(Plans.sorts(explain(read(CYPHER.resolve("recall/" + name + ".cypher"))).plan()))
						.isEmpty()));
	}

	/** Else the next one of many would cost as much as all of them. */
	@TestFactory
	Stream<DynamicTest> putsNothingInOrderThatAnIndexHasInOrder() throws IOException {
		return queries().stream()
			.filter((file) -> !file.startsWith("explore") && !FEW.contains(file.toString()))
			.map((file) -> DynamicTest.dynamicTest(file.toString(),
					() -> assertThat(Plans.sortedSeeks(explain(read(CYPHER.resolve(file))).plan())).isEmpty()));
	}

	@TestFactory
	Stream<DynamicTest> namesWhoseMemoryItReadsOrSaysThatItIsEverybodys() throws IOException {
		return eachQuery(this::naming);
	}

	private void naming(String text) {
		String header = header(text);
		boolean named = text.substring(header.length()).matches("(?s).*\\$(space|tenant)\\b.*");
		boolean everybodys = header.toLowerCase(Locale.ROOT).matches("(?s).*all (spaces|tenants).*");
		assertThat(named || everybodys).isTrue();
	}

	@Test
	void leavesNoFileUnused() throws IOException {
		String code;
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			code = files.filter((file) -> file.toString().endsWith(".java"))
				.map(CypherFilesIT::read)
				.collect(Collectors.joining());
		}
		assertThat(queries()).filteredOn((file) -> !file.startsWith("explore"))
			.allMatch((file) -> code.contains('"' + file.toString().replace(".cypher", "") + '"'));
	}

	/** By name, since with all properties its vector would be read, too. */
	@Test
	void givesTheSameOfEachFactWhicheverArmFindsIt() throws IOException {
		Map<Path, List<String>> given = new LinkedHashMap<>();
		for (Path file : queries()) {
			List<String> facts = FACT.matcher(read(CYPHER.resolve(file)))
				.results()
				.map((match) -> match.group(1).replaceAll("\\s+", " "))
				.toList();
			if (!facts.isEmpty()) {
				given.put(file, facts);
			}
		}
		assertThat(given.keySet().stream().map((file) -> file.getFileName().toString())).containsExactly(
				"facts_beyond.cypher", "facts_by_meaning.cypher", "facts_by_words.cypher", "facts_in_time.cypher",
				"facts_of_linked.cypher");
		assertThat(given.values().stream().flatMap(List::stream).distinct()).hasSize(1);
	}

	private static Stream<DynamicTest> eachQuery(ThrowingConsumer<String> test) throws IOException {
		return queries().stream()
			.map((file) -> DynamicTest.dynamicTest(file.toString(), () -> test.accept(read(CYPHER.resolve(file)))));
	}

	private static String header(String text) {
		return text.lines()
			.takeWhile((line) -> line.startsWith("//"))
			.map((line) -> line + "\n")
			.collect(Collectors.joining());
	}

	/** The example values after "Try it" name parameters too, without a dollar sign. */
	private static String tryIt(String header) {
		return header.replaceAll("(?s)Try it:.*", "");
	}

	private static Set<String> names(String text) {
		return PARAMETER.matcher(text)
			.results()
			.map((match) -> match.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private ResultSummary explain(String text) {
		return this.explained.computeIfAbsent(text, (query) -> {
			try (var session = this.driver.session(Plans.CRITICAL)) {
				return session.run("EXPLAIN " + query).consume();
			}
		});
	}

	/** The parameters that the database misses. */
	private Set<String> missing(String text) {
		return explain(text).gqlStatusObjects()
			.stream()
			.filter((status) -> status.gqlStatus().equals("01N60"))
			.flatMap((status) -> names(((GqlNotification) status).statusDescription()).stream())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
