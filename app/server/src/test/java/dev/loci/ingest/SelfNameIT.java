package dev.loci.ingest;

import java.time.Duration;
import java.util.Map;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.Beliefs;
import dev.loci.LociIT;
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

/** What the one is called whose memory a space is. */
@LociIT
class SelfNameIT {

	/** Where nobody has a name. */
	private static final String NAMELESS = """
			families:
			  person: [Person]
			  place: [Place]
			predicates:
			  LIVES_IN:
			    kind: PROFILE
			    subject: Person
			    object: Place
			    synonyms: [live in]
			    text: "{subject} lives in {object}."
			""";

	private final Api api;

	private final Driver driver;

	SelfNameIT(@LocalServerPort int port, @Autowired Driver driver) {
		this.api = new Api(port);
		this.driver = driver;
	}

	@BeforeEach
	void readHere() {
		this.api.send("PATCH", "/spaces/demo", "{\"extract\": \"local\"}");
	}

	@AfterEach
	void whatIsBelievedIsSound() {
		Beliefs.areSound(this.driver);
	}

	@Test
	void isTheOneThatWasTold() {
		say("I live in Berlin.");
		String before = self().at("/recordedFrom").asString();
		assertThat(self().at("/name").asString()).isEqualTo("User");

		say("My name is Alice.");

		assertThat(self().at("/name").asString()).isEqualTo("Alice");
		assertThat(self().at("/externalId").asString()).isEqualTo("self");
		assertThat(named("Alice").at("/items/0/id")).isEqualTo(self().at("/id"));
		assertThat(this.api.get("/spaces/demo/facts?subject=alice&predicate=LIVES_IN").at("/items")).hasSize(1);
		assertThat(self("?knownAt=" + before).at("/name").asString()).isEqualTo("User");
	}

	@Test
	void isToldByFactsToo() {
		call("Alice", "2020");
		call("Ann", "2022");

		assertThat(self().at("/name").asString()).isEqualTo("Ann");
		assertThat(named("Alice").at("/items/0/id")).isEqualTo(self().at("/id"));
	}

	@Test
	void staysWhatItWasWhenItIsAskedForAsOfThen() {
		call("Alice", "2020");
		String then = fact("Alice").at("/recordedFrom").asString();
		call("Ann", "2022");

		assertThat(self("?knownAt=" + then).at("/name").asString()).isEqualTo("Alice");
	}

	@Test
	void isTakenBackWithTheFact() {
		call("Alice", "2020");

		this.api.post("/facts/" + fact("Alice").at("/id").asString() + "/retract", "{\"reason\": \"a joke\"}");

		assertThat(self().at("/name").asString()).isEqualTo("User");
	}

	@Test
	void joinsThoseWhoSpeakUnderThatName() {
		say("My name is Alice.");
		this.api.post("/spaces/demo/episodes?wait=PT30S", """
				{"messages": [{"role": "user", "name": "Alice", "content": "I live in Berlin."}]}""");

		assertThat(this.api.get("/spaces/demo/facts?predicate=LIVES_IN").at("/items/0/subject/id"))
			.isEqualTo(self().at("/id"));
	}

	@Test
	void goesWithItWhenItIsToldApartFromSomebodyElse() {
		say("I live in Berlin.");
		String bob = this.api.post("/spaces/demo/facts",
				"{\"facts\": [{\"subject\": {\"name\": \"Bob\"}, \"predicate\": \"LIKES\", \"object\": {\"name\": \"Rum\"}}]}")
			.at("/results/0/fact/subject/id")
			.asString();
		String self = self().at("/id").asString();
		Answer merged = this.api.post("/entities/" + bob + "/merge", "{\"other\": \"" + self + "\"}");

		call("Alice", "2020");
		this.api.send("POST", "/merges/" + merged.at("/mergeId").asString() + "/undo", null);

		assertThat(named("Alice").at("/items/0/id").asString()).isEqualTo(self);
		assertThat(this.api.get("/entities/" + bob).at("/aliases").toString()).doesNotContain("Alice");
		assertThat(this.api.get("/entities/" + self).at("/name").asString()).isEqualTo("Alice");
	}

	@Test
	void isDoubtfulWhereSomebodyElseHasIt() {
		this.api.post("/spaces/demo/facts",
				"""
						{"facts": [{"subject": {"name": "Alice", "type": "Person"}, "predicate": "LIVES_IN", "object": {"name": "Oslo"}}]}""");

		say("My name is Alice.");

		assertThat(self().at("/name").asString()).isEqualTo("Alice");
		assertThat(named("Alice").at("/items/0/externalId").isNull()).isTrue();
		JsonNode suggestion = this.api.get("/spaces/demo/suggestions?kind=SAME").at("/items/0");
		assertThat(suggestion.at("/entities").findValuesAsString("id")).contains(self().at("/id").asString());
		this.api.send("POST", "/suggestions/" + suggestion.at("/id").asString() + "/accept", null);
		assertThat(named("Alice").at("/items")).hasSize(1);
	}

	@Test
	void isThatOfNobodyElse() {
		this.api.post("/spaces/demo/facts",
				"""
						{"facts": [{"subject": {"name": "Bob", "type": "Person"}, "predicate": "HAS_NAME", "value": "Robert"}]}""");

		assertThat(named("Bob").at("/items/0/name").asString()).isEqualTo("Bob");
	}

	@Test
	void isErasedWithWhereItWasSaid() {
		say("My name is Alice.");
		String episode = this.api.get("/spaces/demo/episodes").at("/items/0/id").asString();
		say("I live in Berlin.");

		this.api.delete("/episodes/" + episode);

		assertThat(self().at("/name").asString()).isEqualTo("User");
		assertThat(named("Alice").at("/items")).isEmpty();
		nothingTellsOf("alice");
	}

	@Test
	void outlivesARebuild() {
		say("My name is Alice.");

		rebuild("statements");

		assertThat(self().at("/name").asString()).isEqualTo("Alice");
	}

	@Test
	void isWhatIsReadNowAndErasedEvenIfItIsNot() {
		say("My name is Alice.");
		String episode = this.api.get("/spaces/demo/episodes").at("/items/0/id").asString();
		say("I live in Berlin.");
		rebuild("episodes");
		assertThat(self().at("/name").asString()).isEqualTo("Alice");
		assertThat(named("Alice").at("/items")).hasSize(1);
		assertThat(this.api
			.send("PATCH", "/spaces/demo", JsonMapper.shared().writeValueAsString(Map.of("ontology", NAMELESS)))
			.status()).isEqualTo(200);

		rebuild("episodes");

		assertThat(self().at("/name").asString()).isEqualTo("User");
		assertThat(named("Alice").at("/items")).isEmpty();
		this.api.delete("/episodes/" + episode);
		nothingTellsOf("alice");
	}

	private void rebuild(String from) {
		String job = this.api.post("/spaces/demo/rebuild", "{\"from\": \"" + from + "\"}").at("/id").asString();
		await().atMost(Duration.ofSeconds(60))
			.until(() -> this.api.get("/jobs/" + job).at("/status").asString().equals("DONE"));
	}

	private void nothingTellsOf(String word) {
		assertThat(this.driver
			.executableQuery(
					"MATCH (n) WHERE any(key IN keys(n) WHERE toLower(toStringOrNull(n[key])) CONTAINS $word) RETURN n")
			.withParameters(Map.of("word", word))
			.execute()
			.records()).isEmpty();
	}

	private JsonNode self() {
		return self("");
	}

	private JsonNode self(String query) {
		String id = this.api.get("/spaces/demo/entities?name=User").at("/items/0/id").asString();
		return this.api.get("/entities/" + id + "/context" + query).at("/entity");
	}

	private Answer named(String name) {
		return this.api.get("/spaces/demo/entities?name=" + name);
	}

	private JsonNode fact(String name) {
		return this.api.get("/spaces/demo/facts?predicate=HAS_NAME")
			.at("/items")
			.valueStream()
			.filter((fact) -> fact.at("/value").asString().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private void call(String name, String from) {
		Answer answer = this.api.post("/spaces/demo/facts",
				"""
						{"facts": [{"subject": {"externalId": "self", "name": "User", "type": "Person"}, "predicate": "HAS_NAME",
						            "value": "%s", "validFrom": "%s"}]}"""
					.formatted(name, from));
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
	}

	private void say(String content) {
		Answer answer = this.api.post("/spaces/demo/episodes?wait=PT30S",
				"{\"messages\": [{\"role\": \"user\", \"content\": \"" + content + "\"}]}");
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
	}

}
