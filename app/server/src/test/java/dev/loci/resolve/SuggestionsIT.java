package dev.loci.resolve;

import java.util.List;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.Beliefs;
import dev.loci.LociIT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@LociIT
class SuggestionsIT {

	private static final String PAIR = """
			{"facts": [
			  {"subject": {"name": "Jon Smith", "type": "Person"}, "predicate": "LIVES_IN", "object": {"name": "Paris"}, "validFrom": "2018"},
			  {"subject": {"name": "John Smith", "type": "Person"}, "predicate": "LIVES_IN", "object": {"name": "Rome"}, "validFrom": "2020"}]}""";

	private static final String WEAK = """
			{"facts": [{"subject": {"name": "Bob"}, "predicate": "LIVES_IN", "object": {"name": "Oslo"}, "confidence": 0.1}]}""";

	private static final String CONTESTED = """
			{"facts": [
			  {"subject": {"name": "Bob"}, "predicate": "LIVES_IN", "object": {"name": "Riga"}, "validFrom": "2020", "observedAt": "2024-01-02T00:00:00Z"},
			  {"subject": {"name": "Bob"}, "predicate": "LIVES_IN", "object": {"name": "Bonn"}, "validFrom": "2020", "observedAt": "2024-01-01T00:00:00Z"}]}""";

	private final Api api;

	private final Driver driver;

	SuggestionsIT(@LocalServerPort int port, @Autowired Driver driver) {
		this.api = new Api(port);
		this.driver = driver;
	}

	@AfterEach
	void theGraphAgreesWithItself() {
		Beliefs.areSound(this.driver);
	}

	@Test
	void acceptedPairsAreMerged() {
		Answer told = tell(PAIR);

		Answer accepted = decide("accept");

		assertThat(accepted.at("/status").asString()).isEqualTo("ACCEPTED");
		assertThat(accepted.at("/changed").size()).isEqualTo(2);
		assertThat(this.api.get("/entities/" + told.at("/results/1/fact/subject/id").asString())
			.at("/mergedInto")
			.asString()).isEqualTo(told.at("/results/0/fact/subject/id").asString());
		assertThat(open().at("/items").isEmpty()).isTrue();
		Answer undone = this.api.send("POST", "/merges/" + accepted.at("/mergeId").asString() + "/undo", null);
		assertThat(undone.status()).isEqualTo(200);
		assertThat(open().at("/items").isEmpty()).isTrue();
	}

	@Test
	void pairsThatWereMergedOtherwiseAreNoLongerSuggested() {
		Answer told = tell(PAIR);
		assertThat(open().at("/items").size()).isOne();

		this.api.post("/entities/" + told.at("/results/1/fact/subject/id").asString() + "/merge",
				"{\"other\": \"%s\"}".formatted(told.at("/results/0/fact/subject/id").asString()));

		assertThat(open().at("/items").isEmpty()).isTrue();
	}

	@Test
	void namesThatMeanMuchTheSameAreSuggested() {
		for (String country : List.of("Germany", "Acme 2023", "Peru", "Deutschland", "Acme 2024", "Japan")) {
			tell("""
					{"facts": [{"subject": {"name": "Ann", "type": "Person"}, "predicate": "VISITED",
					            "object": {"name": "%s", "type": "Country"}}]}""".formatted(country));
		}

		assertThat(open().at("/items")).hasSize(1);
		assertThat(open().at("/items/0/reason").asString()).isEqualTo("MEANING");
		assertThat(open().at("/items/0/entities").findValuesAsString("name")).containsExactly("Germany", "Deutschland");
	}

	@Test
	void whatWouldStillNotBeBelievedCannotBeAccepted() {
		tell("""
				{"facts": [
				  {"subject": {"name": "Bob"}, "predicate": "LIVES_IN", "object": {"name": "Rome"}, "validFrom": "2014"},
				  {"subject": {"name": "Bob"}, "predicate": "LIVES_IN", "object": {"name": "Oslo"}, "validTo": "2016",
				   "observedAt": "2020-01-01T00:00:00Z"}]}""");

		Answer refused = this.api.send("POST", "/suggestions/" + open().at("/items/0/id").asString() + "/accept", null);

		assertThat(refused.status()).isEqualTo(422);
		assertThat(open().at("/items/0/kind").asString()).isEqualTo("CONTESTED");
	}

	@Test
	void acceptedWeakStatementsAreBelieved() {
		Answer told = tell(WEAK);
		assertThat(told.at("/results/0/outcome").asString()).isEqualTo("SUGGESTED");
		assertThat(open().at("/items/0/kind").asString()).isEqualTo("WEAK");
		assertThat(open().at("/items/0/statement/text").asString()).isEqualTo("Bob lives in Oslo.");

		Answer accepted = decide("accept");

		assertThat(accepted.at("/fact/object/name").asString()).isEqualTo("Oslo");
		assertThat(accepted.at("/fact/evidence/0/episodeId").asString()).isEqualTo(episode(told));
		assertThat(this.api.get("/spaces/demo/facts").at("/items").size()).isOne();
		assertThat(open().at("/items").isEmpty()).isTrue();
	}

	@Test
	void acceptedNamesAreFoundByWhatTheyMean() {
		tell("""
				{"facts": [{"subject": {"externalId": "self", "name": "User"}, "predicate": "HAS_NAME", "value": "Alice",
				            "confidence": 0.1}]}""");

		decide("accept");

		assertThat(this.driver.executableQuery("""
				MATCH (n:Name {key: 'alice'}), (s:Statement)
				RETURN vector.similarity.cosine(n.embedding, s.embedding) AS alike""").execute().records()).isNotEmpty()
			.allMatch((row) -> row.get("alike").asDouble() < 0.999);
	}

	@Test
	void acceptedOnesAreOfThoseWhomTheyMeant() {
		tell(WEAK);
		String robert = tell("""
				{"facts": [{"subject": {"name": "Robert"}, "predicate": "LIKES", "object": {"name": "Tea"}}]}""")
			.at("/results/0/fact/subject/id")
			.asString();
		String bob = this.api.get("/spaces/demo/entities?name=Bob").at("/items/0/id").asString();
		Answer merged = this.api.post("/entities/" + robert + "/merge", "{\"other\": \"" + bob + "\"}");

		decide("accept");
		this.api.send("POST", "/merges/" + merged.at("/mergeId").asString() + "/undo", null);

		assertThat(this.api.get("/spaces/demo/facts?subject=Bob").at("/items").findValuesAsString("text"))
			.containsExactly("Bob lives in Oslo.");
		assertThat(this.api.get("/spaces/demo/facts?subject=Robert").at("/items").findValuesAsString("text"))
			.containsExactly("Robert likes Tea.");
	}

	@Test
	void acceptedContestedStatementsAreBelievedInstead() {
		assertThat(tell(CONTESTED).at("/results/1/outcome").asString()).isEqualTo("OUTRANKED");
		assertThat(open().at("/items/0/kind").asString()).isEqualTo("CONTESTED");
		assertThat(open().at("/items/0/believed/0/text").asString()).isEqualTo("Bob lives in Riga.");

		decide("accept");

		assertThat(this.api.get("/spaces/demo/facts").at("/items").findValuesAsString("text"))
			.containsExactly("Bob lives in Bonn.");
	}

	@Test
	void dismissedOnesAreNotMadeAgain() {
		for (String told : new String[] { PAIR, WEAK, CONTESTED }) {
			tell(told);
			assertThat(open().at("/items").size()).isOne();

			assertThat(decide("dismiss").at("/status").asString()).isEqualTo("DISMISSED");
			tell(told);

			assertThat(open().at("/items").isEmpty()).isTrue();
		}
	}

	@Test
	void areDecidedOnce() {
		tell(WEAK);
		String id = open().at("/items/0/id").asString();
		this.api.send("POST", "/suggestions/" + id + "/dismiss", null);

		MergesIT.refused(this.api.send("POST", "/suggestions/" + id + "/accept", null), 409,
				"/problems/already-decided");
		MergesIT.refused(this.api.send("POST", "/suggestions/0198c5f2-7d4e-7c1a-9b3e-2f6a8d4c1e70/accept", null), 404,
				"/problems/not-found");
	}

	@Test
	void areListedPageByPage() {
		tell(PAIR);
		tell(WEAK);
		tell(CONTESTED);

		Answer first = this.api.get("/spaces/demo/suggestions?limit=2");
		Answer second = this.api.get("/spaces/demo/suggestions?limit=2&cursor=" + first.at("/next").asString());

		assertThat(first.at("/items").findValuesAsString("kind")).containsExactly("CONTESTED", "WEAK");
		assertThat(second.at("/items").findValuesAsString("kind")).containsExactly("SAME");
		assertThat(second.at("/next").isNull()).isTrue();
		assertThat(this.api.get("/spaces/demo/suggestions?kind=WEAK").at("/items").size()).isOne();
		assertThat(this.api.get("/spaces/nothing/suggestions").at("/items").isEmpty()).isTrue();
	}

	private Answer tell(String facts) {
		Answer told = this.api.post("/spaces/demo/facts", facts);
		assertThat(told.status()).isEqualTo(200);
		return told;
	}

	private Answer open() {
		return this.api.get("/spaces/demo/suggestions");
	}

	private Answer decide(String verb) {
		Answer decided = this.api.send("POST", "/suggestions/" + open().at("/items/0/id").asString() + "/" + verb,
				null);
		assertThat(decided.status()).as(decided.response().body()).isEqualTo(200);
		return decided;
	}

	private String episode(Answer told) {
		return this.driver
			.executableQuery("MATCH (s:Statement {id: '" + told.at("/results/0/statementId").asString()
					+ "'})-[:SAID_IN]->(e:Episode) RETURN e.id AS id")
			.execute()
			.records()
			.getFirst()
			.get("id")
			.asString();
	}

}
