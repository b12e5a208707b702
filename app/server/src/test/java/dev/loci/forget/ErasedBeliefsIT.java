package dev.loci.forget;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.Beliefs;
import dev.loci.LociIT;
import dev.loci.Tell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What an erased episode alone supported is gone, and what it had ended goes on.
 */
@LociIT
class ErasedBeliefsIT {

	private final Api api;

	private final Driver driver;

	private final Tell tell;

	ErasedBeliefsIT(@LocalServerPort int port, @Autowired Driver driver) {
		this.api = new Api(port);
		this.driver = driver;
		this.tell = new Tell(this.api, "demo");
	}

	@Test
	void takesCorrectionsAlongThatTellTheSameAgain() {
		String episode = this.api.post("/spaces/demo/episodes", "{\"text\": \"Ann lives in Quuxville.\"}")
			.at("/episodeIds/0")
			.asString();
		String body = """
				{"facts": [{"subject": {"name": "Ann"}, "predicate": "LIVES_IN", "object": {"name": "Quuxville"},
				  "text": "Ann lives in Quuxville, behind the church.", "episodeId": "%s"},
				 {"subject": {"name": "Ann"}, "predicate": "WORKS_AT", "object": {"name": "Quuxworks"}, "episodeId": "%1$s"}]}"""
			.formatted(episode);
		Answer told = this.api.post("/spaces/demo/facts", body, "Idempotency-Key", "ann");
		this.api.send("PATCH", "/facts/" + told.at("/results/0/fact/id").asString(), "{\"confidence\": 0.9}");
		this.api.post("/facts/" + told.at("/results/1/fact/id").asString() + "/retract",
				"{\"reason\": \"Quuxworks? No.\"}");

		this.api.delete("/episodes/" + episode);

		assertThat(this.api.get("/spaces/demo/facts").at("/items")).isEmpty();
		assertThat(this.api.get("/spaces/demo/entities").at("/items")).isEmpty();
		assertThat(this.api.post("/spaces/demo/facts", body, "Idempotency-Key", "ann").status()).isEqualTo(410);
		assertThat(this.driver
			.executableQuery(
					"MATCH (n) WHERE any(key IN keys(n) WHERE toStringOrNull(n[key]) CONTAINS 'Quux') RETURN n")
			.execute()
			.records()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"polarity\": \"RETRACT\"", "\"polarity\": \"END\", \"validTo\": \"2020\"",
			"\"confidence\": 0.1" })
	void takesCorrectionsAlongOfWhatOthersHaveOnlyDenied(String denial) {
		Answer told = this.api.post("/spaces/demo/facts", """
				{"facts": [{"subject": {"name": "Ann"}, "predicate": "LIVES_IN", "object": {"name": "Paris"},
				  "validFrom": "2018", "text": "Ann lives in Paris, in Rue Quux."}]}""");
		this.api.send("PATCH", "/facts/" + told.at("/results/0/fact/id").asString(), "{\"confidence\": 0.9}");
		this.api.post("/spaces/demo/facts",
				"{\"facts\": [{\"subject\": {\"name\": \"Ann\"}, \"predicate\": \"LIVES_IN\", \"object\": {\"name\": \"Paris\"}, "
						+ denial + "}]}");

		this.api.delete("/episodes/" + told.at("/results/0/fact/evidence/0/episodeId").asString());

		assertThat(this.api.get("/spaces/demo/facts").at("/items")).isEmpty();
		assertThat(this.driver
			.executableQuery(
					"MATCH (n) WHERE any(key IN keys(n) WHERE toStringOrNull(n[key]) CONTAINS 'Quux') RETURN n")
			.execute()
			.records()).isEmpty();
	}

	@Test
	void forgetsByWhatSomebodyWasCalledThereAlone() {
		likes("\"externalId\": \"crm-1\", \"name\": \"Bob\"", "Tea");
		String quux = likes("\"externalId\": \"crm-1\", \"name\": \"Robert Quux\"", "Coffee");
		String number = likes("\"name\": \"Carol\", \"externalId\": \"quux-7\"", "Rum");
		likes("\"name\": \"Carol\"", "Milk");
		likes("\"externalId\": \"crm-1\", \"name\": \"Bobby\"", "Juice");

		this.api.delete("/episodes/" + quux);
		this.api.delete("/episodes/" + number);

		JsonNode bob = this.api.get("/spaces/demo/entities?name=Bob").at("/items/0");
		assertThat(bob.at("/aliases").toString()).contains("Bob", "Bobby").doesNotContain("Quux");
		assertThat(bob.at("/externalId").asString()).isEqualTo("crm-1");
		assertThat(this.api.get("/spaces/demo/entities?name=Robert+Quux").at("/items")).isEmpty();
		assertThat(this.api.get("/spaces/demo/entities?name=Carol").at("/items/0/externalId").isNull()).isTrue();
		assertThat(this.driver.executableQuery("""
				MATCH (n) WHERE any(key IN keys(n) WHERE toLower(toStringOrNull(n[key])) CONTAINS 'quux') RETURN n""")
			.execute()
			.records()).isEmpty();
	}

	private String likes(String subject, String liked) {
		return this.api
			.post("/spaces/demo/facts",
					"""
							{"facts": [{"subject": {%s}, "predicate": "LIKES", "object": {"name": "%s"}}]}"""
						.formatted(subject, liked))
			.at("/results/0/fact/evidence/0/episodeId")
			.asString();
	}

	@Test
	void takesCorrectionsAlongOfWhatSaysNothingByNow() {
		String episode = episode("Ann and Anna are married.");
		JsonNode told = this.api.post("/spaces/demo/facts", """
				{"facts": [{"subject": {"name": "Ann"}, "predicate": "MARRIED_TO", "object": {"name": "Anna"},
				  "text": "Ann is married to Anna in Quuxville.", "episodeId": "%s"}]}""".formatted(episode))
			.at("/results/0/fact");
		this.api.send("PATCH", "/facts/" + told.at("/id").asString(), "{\"confidence\": 0.9}");
		this.api.post("/entities/" + told.at("/subject/id").asString() + "/merge",
				"{\"other\": \"%s\"}".formatted(told.at("/object/id").asString()));

		this.api.delete("/episodes/" + episode);

		assertThat(this.driver
			.executableQuery(
					"MATCH (n) WHERE any(key IN keys(n) WHERE toStringOrNull(n[key]) CONTAINS 'Quux') RETURN n")
			.execute()
			.records()).isEmpty();
	}

	@Test
	void erasesWhatAnEpisodeAloneSupported() {
		String episode = episode("I live in Paris.");
		state(episode, "Alice", "LIVES_IN", "Paris", "\"validFrom\": \"2018\"");

		Answer erased = this.api.delete("/episodes/" + episode);

		assertThat(erased.at("/statements").asInt()).isOne();
		assertThat(erased.at("/facts").asInt()).isOne();
		assertThat(count("MATCH (n) WHERE n:Fact OR n:Statement OR n:Entity OR n:Name RETURN count(n) AS n")).isZero();
		assertThat(this.api.post("/spaces/demo/recall", "{\"query\": \"Paris\"}").at("/items")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void forgetsAllWhoWereEverTakenForOne(boolean undone) {
		Answer first = tellThat("Zacharias", "Tea");
		Answer second = tellThat("Zach", "Rum");
		Answer merged = this.api.post("/entities/" + first.at("/results/0/fact/subject/id").asString() + "/merge",
				"{\"other\": \"" + second.at("/results/0/fact/subject/id").asString() + "\"}");
		assertThat(merged.status()).isEqualTo(200);
		if (undone) {
			this.api.send("POST", "/merges/" + merged.at("/mergeId").asString() + "/undo", null);
		}

		this.api.delete("/episodes/" + first.at("/results/0/fact/evidence/0/episodeId").asString());
		assertThat(this.api.get("/spaces/demo/facts").at("/items").size()).isOne();
		assertThat(this.api.get("/spaces/demo/entities?name=Zacharias").at("/items")).hasSize(undone ? 0 : 1);
		this.api.delete("/episodes/" + second.at("/results/0/fact/evidence/0/episodeId").asString());

		assertThat(this.api.get("/spaces/demo/entities").at("/items")).isEmpty();
		assertThat(count("MATCH (n) WHERE n:Entity OR n:Name OR n:Suggestion RETURN count(n) AS n")).isZero();
	}

	@Test
	void forgetsWhomOneWasSplitOffFrom() {
		JsonNode told = tellThat("Zacharias", "Tea").at("/results/0");
		String second = split(told.at("/fact/subject/id").asString(), told, "Zach");
		split(second, told, "Zack");

		this.api.delete("/episodes/" + told.at("/fact/evidence/0/episodeId").asString());

		assertThat(count("MATCH (n) WHERE n:Entity OR n:Name RETURN count(n) AS n")).isZero();
	}

	private String split(String entity, JsonNode told, String name) {
		return this.api
			.post("/entities/" + entity + "/split",
					"{\"statementIds\": [%s], \"name\": \"%s\"}".formatted(told.at("/statementId"), name))
			.at("/entity/id")
			.asString();
	}

	private Answer tellThat(String who, String what) {
		return this.api.post("/spaces/demo/facts",
				"{\"facts\": [{\"subject\": {\"name\": \"%s\"}, \"predicate\": \"LIKES\", \"object\": {\"name\": \"%s\"}}]}"
					.formatted(who, what));
	}

	/**
	 * What was believed before the rebuild is kept for those who ask what was known then.
	 */
	@Test
	void leavesNoRelationshipBehindInWhatWasBelievedBeforeARebuild() {
		String episode = episode("I moved to Berlin.");
		state(episode, "Alice", "LIVES_IN", "Berlin", "\"validFrom\": \"2020\"");
		this.tell.facts("Alice KNOWS Bob; Carol LIVES_IN Berlin");
		String job = this.api.post("/spaces/demo/rebuild", "{\"from\": \"statements\"}").at("/id").asString();
		await().until(() -> this.api.get("/jobs/" + job).at("/status").asString().equals("DONE"));

		this.api.delete("/episodes/" + episode);

		assertThat(this.driver.executableQuery(
				"MATCH (:Entity)-[r:LIVES_IN]->(:Entity) RETURN r.fact AS fact, EXISTS { (:Fact {id: r.fact}) } AS told")
			.execute()
			.records()).hasSize(2).allMatch((row) -> row.get("told").asBoolean());
		Beliefs.areSound(this.driver);
	}

	@Test
	void letsGoOnWhatAnErasedEpisodeHadEnded() {
		this.tell.facts("Alice LIVES_IN Paris 2018..");
		String episode = episode("I moved to Berlin.");
		state(episode, "Alice", "LIVES_IN", "Berlin", "\"validFrom\": \"2020\"");
		assertThat(this.tell.believed("Alice", "LIVES_IN")).isEqualTo("Paris 2018..2020 | Berlin 2020..");

		this.api.delete("/episodes/" + episode);

		assertThat(this.tell.believed("Alice", "LIVES_IN")).isEqualTo("Paris 2018..");
		assertThat(everything()).doesNotContain("Berlin");
		Beliefs.areSound(this.driver);
	}

	@Test
	void keepsWhatOthersSupportButNotTheErasedWords() {
		String episode = episode("Paris it is.");
		state(episode, "Alice", "LIVES_IN", "Paris",
				"\"validFrom\": \"2018\", \"text\": \"A secret wording.\", \"metadata\": {\"secret\": \"key\"}");
		this.tell.facts("Alice LIVES_IN Paris 2019..");
		String fact = this.api.get("/spaces/demo/facts").at("/items/0/id").asString();

		this.api.delete("/episodes/" + episode);

		assertThat(this.tell.believed("Alice", "LIVES_IN")).isEqualTo("Paris 2019..");
		assertThat(this.api.get("/facts/" + fact).at("/text").asString()).isEqualTo("Alice lives in Paris.");
		assertThat(everything()).doesNotContain("secret");
		Beliefs.areSound(this.driver);
	}

	@Test
	void keepsWhatOthersSupportButNotTheErasedWordsOfACorrection() {
		String episode = episode("Paris it is.");
		state(episode, "Alice", "LIVES_IN", "Paris",
				"\"validFrom\": \"2018\", \"text\": \"A secret wording.\", \"metadata\": {\"secret\": \"key\"}");
		String fact = this.api.get("/spaces/demo/facts").at("/items/0/id").asString();
		this.api.send("PATCH", "/facts/" + fact, "{\"confidence\": 0.9}");
		this.api.send("PATCH", "/facts/" + fact, "{\"text\": \"She lives in Paris.\"}");
		this.tell.facts("Alice LIVES_IN Paris 2019..");

		this.api.delete("/episodes/" + episode);

		assertThat(this.tell.believed("Alice", "LIVES_IN")).isEqualTo("Paris 2019..");
		assertThat(everything()).doesNotContain("secret");
		Beliefs.areSound(this.driver);
	}

	@Test
	void erasesAllThatASpaceBelieves() {
		this.tell.facts("Alice LIVES_IN Paris 2018..; Alize KNOWS Bob; retract Alice LIVES_IN Paris");
		this.api.send("PUT", "/spaces/demo/blocks/persona", "{\"text\": \"I am a bird.\"}");
		this.api.post("/spaces/demo/blocks/persona/append", "{\"text\": \"I sing.\"}", "Idempotency-Key", "k-1");

		Answer erased = this.api.delete("/spaces/demo");

		assertThat(erased.at("/statements").asInt()).isEqualTo(3);
		assertThat(erased.at("/blocks").asInt()).isEqualTo(2);

		assertThat(count("""
				MATCH (n) WHERE NOT n:EmbeddingModel AND NOT any(label IN labels(n) WHERE label STARTS WITH '__')
				  AND NOT n:RelationshipType
				RETURN count(n) AS n""")).isZero();
	}

	private String episode(String text) {
		return this.api.post("/spaces/demo/episodes", "{\"text\": \"" + text + "\"}").at("/episodeIds/0").asString();
	}

	private void state(String episode, String subject, String predicate, String object, String more) {
		Answer answer = this.api.post("/spaces/demo/facts",
				"""
						{"facts": [{"subject": {"name": "%s"}, "predicate": "%s", "object": {"name": "%s"}, "episodeId": "%s", %s}]}"""
					.formatted(subject, predicate, object, episode, more));
		assertThat(answer.at("/results/0/statementId").isNull()).as(answer.response().body()).isFalse();
	}

	/** All that is written anywhere in the graph. */
	private String everything() {
		return this.driver
			.executableQuery("MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN n {.*, embedding: null} AS n, r {.*} AS r")
			.execute()
			.records()
			.toString();
	}

	private int count(String query) {
		return this.driver.executableQuery(query).execute().records().getFirst().get("n").asInt();
	}

}
