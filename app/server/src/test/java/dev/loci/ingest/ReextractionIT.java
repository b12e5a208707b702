package dev.loci.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.Beliefs;
import dev.loci.LociIT;
import dev.loci.Portrait;
import dev.loci.Tell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What was said is read anew, without a model. */
@LociIT
class ReextractionIT {

	/** Where nobody lives in two places, and nobody works anywhere. */
	private static final String PLACES = """
			families:
			  person: [Person]
			  place: [Place]
			predicates:
			  LIVES_IN:
			    kind: PROFILE
			    subject: Person
			    object: Place
			    synonyms: [lives in, moved to]
			    text: "{subject} dwells in {object}."
			""";

	private final Api api;

	private final Driver driver;

	private final Tell tell;

	ReextractionIT(@LocalServerPort int port, @Autowired Driver driver) {
		this.api = new Api(port);
		this.driver = driver;
		this.tell = new Tell(this.api, "demo");
	}

	@BeforeEach
	void readHere() {
		read("demo", "local");
	}

	@AfterEach
	void whatIsBelievedIsSound() {
		Beliefs.areSound(this.driver);
		assertThat(this.driver.executableQuery("MATCH (s:Space) WHERE s.building IS NOT NULL RETURN s.name AS name")
			.execute()
			.records()).isEmpty();
	}

	@Test
	void changesNothingWhereNothingIsReadOtherwise() {
		sayALot("demo");
		this.tell.facts("Alice LIKES tea 2020..; Zoe LIVES_IN Oslo 2011..; retract Alice LIKES coffee");
		String job = this.api.get("/spaces/demo/facts?subject=Bob&predicate=WORKS_AT").at("/items/0/id").asString();
		assertThat(this.api.send("PATCH", "/facts/" + job, "{\"text\": \"Bob is at Acme.\"}").status()).isEqualTo(200);
		List<String> before = Portrait.of(this.driver, "demo");
		List<String> facts = facts();

		JsonNode done = rebuild("demo");

		assertThat(done.at("/status").asString()).as(done.toString()).isEqualTo("DONE");
		assertThat(done.at("/kind").asString()).isEqualTo("REREAD");
		assertThat(done.at("/result/extractor").asString()).isEqualTo("local");
		assertThat(done.at("/result/passages").asInt()).isEqualTo(done.at("/progress/of").asInt()).isPositive();
		assertThat(done.at("/progress/read")).isEqualTo(done.at("/progress/of"));
		assertThat(Portrait.of(this.driver, "demo")).containsExactlyElementsOf(before);
		assertThat(facts()).isEqualTo(facts);
		rebuild("demo");
		assertThat(Portrait.of(this.driver, "demo")).containsExactlyElementsOf(before);
		assertThat(facts()).isEqualTo(facts);
	}

	@Test
	void readsWhatNobodyHasReadBefore() {
		read("demo", "off");
		sayALot("demo");
		assertThat(this.api.get("/spaces/demo/facts").at("/items")).isEmpty();
		read("demo", "local");
		read("once", "local");
		sayALot("once");

		rebuild("demo");

		assertThat(Portrait.ofBeliefs(this.driver, "demo"))
			.containsExactlyElementsOf(Portrait.ofBeliefs(this.driver, "once"));
	}

	@Test
	void readsByAnotherOntologyAndAnswersForEarlierMomentsAsBefore() {
		sayALot("demo");
		String alice = this.api.get("/spaces/demo/facts?subject=Alice&predicate=LIVES_IN").at("/items/1/id").asString();
		String knownAt = this.api.get("/spaces/demo/facts").at("/knownAt").asString();
		List<String> paths = List.of("/spaces/demo/facts?limit=200&validAt=2024-06-01T00:00:00Z&knownAt=" + knownAt,
				"/spaces/demo/context?entity=Alice&validAt=2024-06-01T00:00:00Z&knownAt=" + knownAt,
				"/facts/" + alice + "?knownAt=" + knownAt + "&validAt=2024-06-01T00:00:00Z");
		List<String> before = paths.stream().map((path) -> this.api.get(path).json().toString()).toList();
		String body = JsonMapper.shared().writeValueAsString(Map.of("ontology", PLACES));
		assertThat(this.api.send("PATCH", "/spaces/demo", body).status()).isEqualTo(200);

		rebuild("demo");

		JsonNode fact = this.api.get("/facts/" + alice).json();
		assertThat(fact.at("/text").asString()).isEqualTo("Alice dwells in Paris.");
		assertThat(fact.at("/validTo").isNull()).isTrue();
		assertThat(paths.stream().map((path) -> this.api.get(path).json().toString()).toList()).isEqualTo(before);
		assertThat(this.api.get("/spaces/demo").at("/rebuildNeeded").asBoolean()).isFalse();
	}

	@Test
	void keepsWhatPeopleHaveDecided() {
		sayALot("demo");
		say("demo", "Alice", "2024-05-01T10:00:00Z", "My boss Robert lives in Rome.");
		say("demo", "Alice", "2024-05-02T10:00:00Z", "Robert likes chess.");
		String robert = entity("Robert");
		assertThat(this.api.post("/entities/" + entity("Bob") + "/merge", "{\"other\": \"" + robert + "\"}").status())
			.isEqualTo(200);
		String episode = this.api.get("/spaces/demo/episodes?limit=200")
			.at("/items")
			.valueStream()
			.filter((each) -> each.at("/content").asString().contains("chess"))
			.findFirst()
			.orElseThrow()
			.at("/id")
			.asString();
		Answer split = this.api.post("/entities/" + entity("Bob") + "/split",
				"{\"episodeIds\": [\"" + episode + "\"], \"name\": \"Robert Two\"}");
		assertThat(split.status()).as(split.response().body()).isEqualTo(200);
		String retracted = this.api.get("/spaces/demo/facts?subject=Ana").at("/items/0/id").asString();
		assertThat(this.api.post("/facts/" + retracted + "/retract", "{\"reason\": \"wrong\"}").status())
			.isEqualTo(200);
		List<String> before = withoutSentences();
		List<String> believed = believed();

		rebuild("demo");

		assertThat(withoutSentences()).containsExactlyElementsOf(before);
		assertThat(believed()).isEqualTo(believed);
		// Sentences that nobody wrote name everybody as they are called now, and only
		// once.
		assertThat(texts()).contains("Bob lives in Rome.", "Robert Two likes chess.", "Alice reports to Bob.")
			.doesNotContain("Robert lives in Rome.", "Robert likes chess.");
		List<String> after = Portrait.of(this.driver, "demo");
		rebuild("demo");
		assertThat(Portrait.of(this.driver, "demo")).containsExactlyElementsOf(after);
		assertThat(this.tell.believed("Robert+Two", "LIKES")).contains("chess");
		assertThat(this.api.get("/entities/" + robert).at("/mergedInto").asString()).isEqualTo(entity("Bob"));
		assertThat(this.api.get("/facts/" + retracted).at("/status").asString()).isEqualTo("DROPPED");
	}

	private void sayALot(String space) {
		sayALot(space, 0);
	}

	private void sayALot(String space, int later) {
		String[][] lines = { { "Alice", "I live in Paris." }, { "Alice", "My sister Ana lives in Porto." },
				{ "Bob", "I work at Acme." }, { "Bob", "I like coffee." }, { "Alice", "I work at Globex." },
				{ "Alice", "I moved to Berlin in March." }, { "Bob", "I no longer like coffee." },
				{ "Bob", "I married Carol in 2015." }, { "Carol", "Do you live in Rome?" } };
		for (int i = 0; i < lines.length; i++) {
			say(space, lines[i][0], "202%d-04-%02dT10:%02d:00Z".formatted(4 + later / 50, i + 1, later % 50),
					lines[i][1]);
		}
	}

	private List<String> withoutSentences() {
		return Portrait.of(this.driver, "demo")
			.stream()
			.filter((line) -> !line.matches("(?s).{0,3}(statement|fact) .*"))
			.toList();
	}

	private List<String> believed() {
		return this.api.get("/spaces/demo/facts?limit=200")
			.at("/items")
			.valueStream()
			.map((fact) -> fact.at("/id") + " " + fact.at("/subject/id") + " " + fact.at("/object/id") + " "
					+ fact.at("/validFrom") + " " + fact.at("/validTo") + " " + fact.at("/evidence"))
			.toList();
	}

	private List<String> texts() {
		return this.api.get("/spaces/demo/facts?limit=200").at("/items").findValuesAsString("text");
	}

	private List<String> facts() {
		return this.api.get("/spaces/demo/facts?limit=200&validAt=2024-06-01T00:00:00Z")
			.at("/items")
			.valueStream()
			.map(JsonNode::toString)
			.toList();
	}

	private String entity(String name) {
		return this.api.get("/spaces/demo/entities?name=" + name).at("/items/0/id").asString();
	}

	private void read(String space, String extract) {
		assertThat(this.api.send("PATCH", "/spaces/" + space, "{\"extract\": \"" + extract + "\"}").status())
			.isEqualTo(200);
	}

	private JsonNode say(String space, String name, String at, String content) {
		Answer answer = this.api.post("/spaces/" + space + "/episodes", """
				{"sessionId": "s", "messages": [{"role": "user", "name": "%s", "content": "%s", "occurredAt": "%s"}]}"""
			.formatted(name, content, at));
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
		return ended(answer.at("/jobId").asString());
	}

	private JsonNode rebuild(String space) {
		Answer asked = this.api.post("/spaces/" + space + "/rebuild", "{\"from\": \"episodes\"}");
		assertThat(asked.status()).as(asked.response().body()).isEqualTo(202);
		return ended(asked.at("/id").asString());
	}

	private JsonNode ended(String job) {
		await().atMost(Duration.ofMinutes(3))
			.pollInterval(Duration.ofMillis(50))
			.until(() -> this.api.get("/jobs/" + job).at("/status").asString().matches("DONE|FAILED"));
		return this.api.get("/jobs/" + job).json();
	}

}
