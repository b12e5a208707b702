package dev.loci;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.loci.graph.Plans;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The queries for people, run as their headers say, on the parameters as Browser sends
 * them.
 */
@LociIT
class ExploreIT {

	private static final Path FOLDER = Path.of(System.getProperty("loci.root", "../.."), "cypher", "explore");

	private static final Pattern TRY_IT = Pattern.compile("Try it: :param \\{(.*)}");

	private static final Pattern PARAMETER = Pattern.compile("(\\w+): (?:'([^']*)'|(\\d+))");

	private static final Pattern USED = Pattern.compile("\\$(\\w+)");

	private final Api api;

	private final Driver driver;

	ExploreIT(@LocalServerPort int port, @Autowired Driver driver) {
		this.api = new Api(port);
		this.driver = driver;
	}

	static List<String> queries() throws IOException {
		try (Stream<Path> files = Files.list(FOLDER)) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(".cypher"))
				.sorted()
				.toList();
		}
	}

	@BeforeEach
	void somethingToSee() {
		this.api.post("/spaces/demo/episodes?wait=PT20S", """
				{"sessionId": "s-1", "agentId": "travel-bot",
				 "messages": [{"role": "user", "name": "Alice", "content": "I moved to Berlin in March."},
				              {"role": "assistant", "content": "How do you like it there?"}]}""");
		new Tell(this.api, "demo")
			.facts("Alice LIVES_IN Paris 2018..; Alice LIVES_IN Berlin 2020..; Alice BORN_IN Oslo said 2021;"
					+ "Alice BORN_IN Rome said 2020");
		String recall = this.api.post("/spaces/demo/recall", "{\"query\": \"Berlin\"}").at("/recallId").asString();
		this.api.get("/recalls/" + recall);
		// One job that was given up and one that has not begun, as they look then.
		this.driver.executableQuery("""
				MATCH (s:Space {name: 'demo'})
				CREATE (:Job {tenant: s.tenant, space: s.key, id: 'failed', status: 'FAILED', attempts: 5,
				  acceptedAt: s.clock, finishedAt: s.clock, error: 'The model is away'})
				CREATE (:Job {tenant: s.tenant, space: s.key, id: 'behind', status: 'RETRYING', attempts: 1,
				  acceptedAt: s.clock})
				REMOVE s.dueAt
				CREATE (s)-[merged:MERGED_INTO]->(s)
				DELETE merged""").execute();
	}

	@ParameterizedTest
	@MethodSource("queries")
	void givesRowsAndNoWarnings(String name) throws IOException {
		String text = Files.readString(FOLDER.resolve(name));
		Map<String, Object> parameters = tryIt(text);

		try (Session session = this.driver.session(Plans.CRITICAL)) {
			Result result = session.run(text, parameters);

			assertThat(result.list()).isNotEmpty();
			assertThat(result.consume().notifications()).isEmpty();
		}
		assertThat(this.driver.executableQuery("EXPLAIN " + text).execute().summary().plan()).isNotNull();
	}

	@Test
	void tellsWhoSomebodyIsFromEitherSideAndNothingThatHasExpired() {
		new Tell(this.api, "demo").facts("Alice MARRIED_TO Bob 2019..");
		this.api.post("/spaces/demo/facts", """
				{"facts": [{"subject": {"name": "Bob"}, "predicate": "LIKES", "object": {"name": "Tea"},
				            "validFrom": "2025", "expiresAt": "2020-01-01T00:00:00Z"}]}""");

		Map<String, Object> bob = Map.of("tenant", "default", "name", "demo", "who", "bob");
		assertThat(texts("who_is_this.cypher", bob, "fact")).containsExactly("Alice is married to Bob.");
		assertThat(texts("believed_on.cypher", and(bob, "known", "9998-01-01", "valid", "2024-01-01"), "fact"))
			.containsExactly("Alice is married to Bob.");
		assertThat(this.driver.executableQuery(text("why_believed.cypher"))
			.withParameters(and(bob, "predicate", "MARRIED_TO"))
			.execute()
			.records()).isNotEmpty();
	}

	@Test
	void tellsWhatWasBelievedOfOneBeforeAndWhileTwoWereTakenForOne() {
		JsonNode told = new Tell(this.api, "demo").facts("Ada LIVES_IN Paris 2018..; Bea LIKES Rum 2018..");
		String apart = this.api.get("/spaces/demo/facts").at("/knownAt").asString();
		String ada = told.at("/results/0/fact/subject/id").asString();
		String bea = told.at("/results/1/fact/subject/id").asString();
		Api.Answer merged = this.api.post("/entities/" + bea + "/merge", "{\"other\": \"" + ada + "\"}");
		String together = this.api.get("/spaces/demo/facts").at("/knownAt").asString();
		this.api.send("POST", "/merges/" + merged.at("/mergeId").asString() + "/undo", null);

		Map<String, Object> who = Map.of("tenant", "default", "name", "demo", "who", "ada", "valid", "2024-01-01");
		assertThat(texts("believed_on.cypher", and(who, "known", apart), "fact"))
			.containsExactly("Ada lives in Paris.");
		assertThat(texts("believed_on.cypher", and(who, "known", together), "fact"))
			.containsExactlyInAnyOrder("Ada lives in Paris.", "Bea likes Rum.");
		assertThat(texts("believed_on.cypher", and(who, "known", "9998-01-01"), "fact"))
			.containsExactly("Ada lives in Paris.");
	}

	@Test
	void tellsWhatWasDroppedThisWeekHoweverLongItWasBelieved() {
		String oslo = new Tell(this.api, "demo").facts("Zoe LIVES_IN Oslo 2018..; Zoe LIKES Tea 2018..")
			.at("/results/0/fact/id")
			.asString();
		this.driver.executableQuery("""
				MATCH (f:Fact)-[:SUBJECT]->(:Entity {name: 'Zoe'})
				SET f.recordedFrom = f.recordedFrom - duration({days: 21})""").execute();
		this.api.post("/facts/" + oslo + "/retract", "{}");

		assertThat(this.driver.executableQuery(text("changed_this_week.cypher"))
			.withParameters(Map.of("tenant", "default", "name", "demo", "days", 7))
			.execute()
			.records()
			.stream()
			.filter((row) -> row.get("fact").asString().startsWith("Zoe"))
			.map((row) -> row.get("fact").asString() + " " + row.get("change").asString()))
			.containsExactly("Zoe lives in Oslo. dropped");
	}

	@Test
	void findsDisagreementOfCouplesAndNoneAboutWhatWasTakenBack() {
		new Tell(this.api, "demo")
			.facts("""
					Zoe LIVES_IN Paris 2018.. said 2019; retract Zoe LIVES_IN Paris said 2020; Zoe LIVES_IN Rome 2018.. said 2021;
					Ann MARRIED_TO Bob 2018.. said 2019; Carl MARRIED_TO Ann 2018.. said 2020""");

		assertThat(texts("where_sources_disagree.cypher", Map.of("tenant", "default", "name", "demo"), "unbelieved"))
			.contains("Ann is married to Bob.")
			.doesNotContain("Zoe lives in Paris.");
	}

	private List<String> texts(String query, Map<String, Object> parameters, String column) {
		return this.driver.executableQuery(text(query))
			.withParameters(parameters)
			.execute()
			.records()
			.stream()
			.map((row) -> row.get(column).asString())
			.toList();
	}

	private static String text(String name) {
		try {
			return Files.readString(FOLDER.resolve(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<String, Object> and(Map<String, Object> some, Object... more) {
		Map<String, Object> all = new HashMap<>(some);
		for (int i = 0; i < more.length; i += 2) {
			all.put((String) more[i], more[i + 1]);
		}
		return all;
	}

	@ParameterizedTest
	@MethodSource("queries")
	void saysWhatItIsForAndWhatItTakes(String name) throws IOException {
		String text = Files.readString(FOLDER.resolve(name));
		int start = text.indexOf("CYPHER 25\n");
		String header = text.substring(0, start);

		assertThat(header.lines()).allMatch((line) -> line.startsWith("// "))
			.anyMatch((line) -> line.contains("Returns "));
		assertThat(used(header)).isEqualTo(used(text.substring(start)));
		assertThat(tryIt(text).keySet()).isEqualTo(used(header));
	}

	private static SortedSet<String> used(String text) {
		SortedSet<String> names = new TreeSet<>();
		USED.matcher(text).results().forEach((match) -> names.add(match.group(1)));
		return names;
	}

	/** Browser reads numbers in {@code :param {…}} as floating point. */
	private static Map<String, Object> tryIt(String text) {
		Map<String, Object> parameters = new HashMap<>();
		Matcher line = TRY_IT.matcher(text);
		if (line.find()) {
			PARAMETER.matcher(line.group(1))
				.results()
				.forEach((match) -> parameters.put(match.group(1),
						(match.group(2) != null) ? match.group(2) : Double.valueOf(match.group(3))));
		}
		return parameters;
	}

}
