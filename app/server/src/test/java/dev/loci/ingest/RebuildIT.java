package dev.loci.ingest;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.Beliefs;
import dev.loci.LociIT;
import dev.loci.Tell;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@LociIT
class RebuildIT {

	/** Of which one plays one game at a time, and gives it up. */
	private static final String GAMES = """
			families:
			  person: [Person]
			  place: [Place]
			  thing: [Thing, Game]
			predicates:
			  PLAYS:
			    slot: subject
			    kind: PREFERENCE
			    subject: Person
			    object: Game
			    synonyms: [PRACTISES, is playing]
			    ends: [sold the set of]
			    text: "{subject} plays {object}."
			  LIVES_IN:
			    slot: subject
			    kind: PROFILE
			    subject: Person
			    object: Place
			    text: "{subject} lives in {object}."
			""";

	private final Api api;

	private final Driver driver;

	private final Tell tell;

	RebuildIT(@LocalServerPort int port, @Autowired Driver driver) {
		this.api = new Api(port);
		this.driver = driver;
		this.tell = new Tell(this.api, "demo");
	}

	@AfterEach
	void whatIsBelievedIsSound() {
		Beliefs.areSound(this.driver);
	}

	@Test
	void believesAnewByAnotherOntologyWhatWasClaimedBefore() {
		this.tell.facts("Alice PLAYS Go 2018..; Alice PLAYS Chess 2020..; Alice LIVES_IN Paris 2001..");
		List<String> before = ids("/spaces/demo/facts");
		choose("demo", GAMES);
		assertThat(this.tell.believed("Alice", "PRACTISES")).isEqualTo("Go 2018.. | Chess 2020..");

		JsonNode job = rebuild("demo");

		assertThat(job.at("/status").asString()).isEqualTo("DONE");
		assertThat(job.at("/result/statements").asInt()).isEqualTo(3);
		assertThat(this.tell.believed("Alice", "PLAYS")).isEqualTo("Go 2018..2020 | Chess 2020..");
		assertThat(this.tell.believed("Alice", "LIVES_IN")).isEqualTo("Paris 2001..");
		assertThat(ids("/spaces/demo/facts")).isEqualTo(before);
		assertThat(this.api.get("/spaces/demo").at("/rebuildNeeded").asBoolean()).isFalse();
	}

	@Test
	void answersForEarlierMomentsAsBefore() {
		this.tell.facts("Alice PLAYS Go 2018..; Alice PLAYS Chess 2020..");
		this.tell.facts("retract Alice PLAYS Go; Bob LIVES_IN Rome 2001..");
		String knownAt = this.api.get("/spaces/demo/facts").at("/knownAt").asString();
		List<String> paths = paths(knownAt);
		List<String> before = paths.stream().map(this::answer).toList();
		choose("demo", GAMES);

		rebuild("demo");

		assertThat(paths.stream().map(this::answer).toList()).isEqualTo(before);
	}

	@Test
	void keepsThePastOfWhatSaysNothingByNow() {
		JsonNode told = this.tell.facts("Ann MARRIED_TO Anna 2010..; Ann MARRIED_TO Carl 1990..1995")
			.at("/results/0/fact");
		String ann = told.at("/subject/id").asString();
		String known = "/spaces/demo/facts?knownAt=" + told.at("/recordedFrom").asString();
		List<String> before = ids(known);
		this.api.post("/entities/" + ann + "/merge", "{\"other\": \"%s\"}".formatted(told.at("/object/id").asString()));
		assertThat(ids("/spaces/demo/facts")).doesNotContain(told.at("/id").asString());

		rebuild("demo");

		assertThat(ids(known)).isEqualTo(before).contains(told.at("/id").asString());
		assertThat(this.api.get("/facts/" + told.at("/id").asString()).at("/status").asString()).isEqualTo("DROPPED");
	}

	@Test
	void tellsTheWholePastOfAFactAfterwards() {
		String go = this.tell.facts("Alice PLAYS Go 2018..").at("/results/0/fact/id").asString();
		String chess = this.tell.facts("Alice PLAYS Chess 2020..").at("/results/0/fact/id").asString();
		this.tell.facts("retract Alice PLAYS Chess");
		choose("demo", GAMES);

		JsonNode job = rebuild("demo");

		JsonNode history = this.api.get("/facts/" + go + "/history").json();
		assertThat(history.at("/versions").findValuesAsString("predicate")).containsExactly("PRACTISES", "PLAYS");
		assertThat(history.at("/versions/1/cause").asString()).isEqualTo(job.at("/id").asString());
		assertThat(this.api.get("/facts/" + chess).at("/status").asString()).isEqualTo("DROPPED");
		assertThat(this.api.get("/spaces/demo/facts?status=DROPPED").json().findValuesAsString("id")).contains(chess);
	}

	@Test
	void changesNothingWithoutAReason() {
		this.tell.facts("Alice LIVES_IN Paris 2018..; Alice LIVES_IN Berlin 2020..2021; Alice MARRIED_TO Bob 2010..");
		this.tell.facts("Bob MARRIED_TO Cora 2015..; end Alice WORKS_AT Acme ..2012; Alice LIKES tea; Alice AGED =36");
		this.tell.facts("retract Alice LIKES tea; Alice LIVES_IN Rome 2018.. sure 0.1; Alice VISITED Oslo 2015..");
		List<String> paths = paths(this.api.get("/spaces/demo/facts").at("/knownAt").asString());
		List<String> before = paths.stream().map(this::answer).toList();
		String suggestions = this.api.get("/spaces/demo/suggestions").json().toString();

		rebuild("demo");

		assertThat(paths.stream().map(this::answer).toList()).isEqualTo(before);
		assertThat(this.api.get("/spaces/demo/facts?limit=200").json().findValuesAsString("recordedFrom"))
			.isEqualTo(this.api.get(paths.getFirst()).json().findValuesAsString("recordedFrom"));
		assertThat(this.api.get("/spaces/demo/suggestions").json().toString()).isEqualTo(suggestions);
	}

	@Test
	void readsWordsThatEndSomethingNow() {
		this.tell.facts("Alice PLAYS Go 2018..; Alice sold_the_set_of Go 2022..");
		choose("demo", GAMES);

		rebuild("demo");

		assertThat(this.tell.believed("Alice", "PLAYS")).isEqualTo("Go 2018..2022");
		choose("demo", null);
		rebuild("demo");
		assertThat(this.tell.believed("Alice", "PRACTISES")).isEqualTo("Go 2018..");
	}

	@Test
	void keepsUnderItsOwnWordsWhatTheOntologyWouldRefuse() {
		this.tell.facts("Alice LIVES_IN Paris 2001..; Alice AGED =36; Bob LIVES_IN Oslo sure 0.1");
		choose("demo", GAMES.replace("object: Place", "object: text").replace("is playing", "AGED"));

		rebuild("demo");

		String weak = this.api.get("/spaces/demo/suggestions").at("/items/0/id").asString();
		Answer accepted = this.api.post("/suggestions/" + weak + "/accept", "{}");
		assertThat(accepted.status()).as(accepted.response().body()).isEqualTo(200);
		assertThat(this.tell.believed("Bob", "LIVES_IN")).startsWith("Oslo");

		assertThat(this.tell.believed("Alice", "LIVES_IN")).isEqualTo("Paris 2001..");
		JsonNode kept = this.api.get("/spaces/demo/facts").json();
		assertThat(kept.findValuesAsString("predicate")).contains("AGED");

		// Nor can it be told so any more; but it can be put right, and taken back.
		kept.at("/items").forEach((fact) -> {
			String path = "/facts/" + fact.at("/id").asString();
			assertThat(this.api.send("PATCH", path, "{\"text\": \"So it is.\"}").status()).isEqualTo(200);
			assertThat(this.api.get(path).at("/text").asString()).isEqualTo("So it is.");
			assertThat(this.api.post(path + "/retract", "{}").status()).isEqualTo(200);
		});
		assertThat(this.api.get("/spaces/demo/facts").at("/items")).isEmpty();
	}

	@Test
	void takesNoPredicateForADecisionOnWhoIsWho() {
		choose("demo", GAMES.replace("PLAYS:", "MERGED_INTO:").replace("slot: subject", "slot: none"));
		rebuild("demo");

		this.tell.facts("Ann MERGED_INTO Bob; Bob MERGED_INTO Ann");
		this.tell.facts("Ann LIVES_IN Paris; Bob LIVES_IN Oslo");

		assertThat(this.tell.believed("Ann", "LIVES_IN")).startsWith("Paris");
		assertThat(this.tell.believed("Bob", "LIVES_IN")).startsWith("Oslo");
		assertThat(this.tell.believed("Ann", "MERGED_INTO")).startsWith("Bob");
	}

	@Test
	void isInForceAtOnceWhereNothingWasClaimedYet() {
		assertThat(choose("demo", GAMES).at("/rebuildNeeded").asBoolean()).isFalse();

		this.tell.facts("Alice PLAYS Go 2018..; Alice PLAYS Chess 2020..");

		assertThat(this.tell.believed("Alice", "PLAYS")).isEqualTo("Go 2018..2020 | Chess 2020..");
	}

	@Test
	void refusesAnOntologyWithItsLineAndTheReason() {
		Answer refused = this.api.send("PATCH", "/spaces/demo", body(GAMES.replace("slot: subject", "slot: sideways")));

		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.at("/line").asInt()).isEqualTo(7);
		assertThat(refused.at("/detail").asString()).contains("sideways");
		assertThat(this.api.get("/spaces/demo").at("/ontology").isNull()).isTrue();
	}

	private static List<String> paths(String knownAt) {
		String asOf = "knownAt=" + knownAt + "&validAt=2024-01-01T00:00:00Z";
		return List.of("/spaces/demo/facts?limit=200&" + asOf, "/spaces/demo/facts?status=DROPPED&" + asOf,
				"/spaces/demo/context?entity=Alice&" + asOf);
	}

	private String answer(String path) {
		return this.api.get(path).json().toString();
	}

	private List<String> ids(String path) {
		return this.api.get(path).at("/items").findValuesAsString("id").stream().sorted().toList();
	}

	private JsonNode choose(String space, @Nullable String ontology) {
		Answer answer = this.api.send("PATCH", "/spaces/" + space, body(ontology));
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
		return answer.json();
	}

	private static String body(@Nullable String ontology) {
		return JsonMapper.shared().writeValueAsString(Collections.singletonMap("ontology", ontology));
	}

	private JsonNode rebuild(String space) {
		String job = this.api.post("/spaces/" + space + "/rebuild", "{\"from\": \"statements\"}").at("/id").asString();
		await().atMost(Duration.ofMinutes(2))
			.until(() -> this.api.get("/jobs/" + job).at("/status").asString().matches("DONE|FAILED"));
		return this.api.get("/jobs/" + job).json();
	}

}
