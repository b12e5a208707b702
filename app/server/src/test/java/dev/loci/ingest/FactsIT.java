package dev.loci.ingest;

import java.util.List;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.Beliefs;
import dev.loci.LociIT;
import dev.loci.Tell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@LociIT
class FactsIT {

	private final Api api;

	private final Driver driver;

	private final Tell tell;

	FactsIT(@LocalServerPort int port, @Autowired Driver driver) {
		this.api = new Api(port);
		this.driver = driver;
		this.tell = new Tell(this.api, "demo");
	}

	@AfterEach
	void theGraphIsSound() {
		Beliefs.areSound(this.driver);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|',
			textBlock = """
					ADDED                   | Alice LIVES_IN Paris 2018..
					ADDED, REINFORCED       | Alice LIVES_IN Paris 2018..; Alice LIVES_IN Paris 2019..
					ADDED, REINFORCED       | Alice LIVES_IN Paris 2018..; Alice LIVES_IN Paris 2017..
					ADDED, ENDED, ADDED     | Alice LIVES_IN Paris 2015..; end Alice LIVES_IN Paris ..2016; Alice LIVES_IN Paris 2018..
					ADDED, SUPERSEDES       | Alice LIVES_IN Paris 2018..; Alice LIVES_IN Berlin 2020..
					ADDED, ADDED            | Alice LIVES_IN Paris 2018..; Alice LIVES_IN Berlin 2016..
					ADDED, ADDED            | Alice LIVES_IN Paris 2018..; Alice LIVES_IN Berlin 2020..2021
					ADDED, CORRECTS         | Alice LIVES_IN Paris 2018..; Alice LIVES_IN Berlin 2018..
					ADDED, OUTRANKED        | Alice BORN_IN Paris said 2021; Alice BORN_IN Berlin said 2020
					ENDED, ADDED            | end Alice WORKS_AT Acme ..2020; Alice WORKS_AT Acme 2018..
					ADDED, RETRACTED        | Alice LIVES_IN Paris 2018..; retract Alice LIVES_IN Paris
					ADDED, RETRACTED, ADDED | Alice LIVES_IN Paris 2018..; retract Alice LIVES_IN Paris; Alice LIVES_IN Paris 2019..
					REJECTED                | Alice LIVES_IN Paris 2020..2018
					REJECTED                | Alice LIVES_IN Paris said 2999
					SUGGESTED               | Alice LIVES_IN Paris sure 0.1
					ADDED, ADDED            | Alice WORKS_AT Acme 2018..; Alice WORKS_AT Globex 2019..
					ADDED, SUPERSEDES       | Alice LIKES coffee 2018..; Alice DISLIKES coffee 2020..
					""")
	void tellsWhatBecomesOfEachStatement(String outcomes, String statements) {
		assertThat(String.join(", ", this.tell.outcomes(statements))).isEqualTo(outcomes);
	}

	@ParameterizedTest(name = "{0} {1}: {2}")
	@CsvSource(delimiter = '|',
			textBlock = """
							Alice | LIVES_IN | Paris 2018..2020 / Berlin 2020..2021 / Paris 2021.. | Alice LIVES_IN Paris 2018..; Alice LIVES_IN Berlin 2020..2021
							Alice | LIVES_IN | Paris 2024-03-20..2024-03-20T00:00:00.000001Z / Berlin 2024-03-20T00:00:00.000001Z.. | Alice LIVES_IN Paris holds 2024-03-20 said 2024-03-20; Alice LIVES_IN Berlin 2024-03.. said 2024-04-02
							Alice | WORKS_AT | Acme 2020..2030 | Alice WORKS_AT Acme 2020..2026 said 2021; end Alice WORKS_AT Acme ..2030 said 2022
							Alice | LIVES_IN | Paris 2018..2020 / Berlin 2020.. | Alice LIVES_IN Paris 2018..; end Alice LIVES_IN * ..2020; Alice LIVES_IN Berlin 2020..
							Alice | VISITED | Rome 2019.. / Rome 2021-05-01.. | Alice VISITED Rome 2019..; Alice VISITED Rome 2021..; Alice VISITED Rome 2021-05..
							Alice | BORN_ON | 1990-05-17 .. | Alice BORN_ON =1990-05-17 said 2020; Alice BORN_ON =1991-05-17 said 2019
							Alice | MARRIED_TO | Bob 2010..2020 | Alice MARRIED_TO Bob 2010..; end Alice MARRIED_TO Bob ..2020
					Alice | MARRIED_TO | Bob 2010..2020 | Alice MARRIED_TO Bob 2010..; end Bob MARRIED_TO * ..2020
					Alice | REPORTS_TO | Bob 2020..2022 / Carol 2022.. | Bob MANAGES Alice 2020..; Carol manages Alice 2022..
							""")
	void believesWhatTheStatementsComeTo(String subject, String predicate, String believed, String statements) {
		this.tell.facts(statements);

		assertThat(this.tell.believed(subject, predicate)).isEqualTo(believed.replace(" / ", " | "));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					Alice LIVES_IN Paris 2018.. | Alice LIVES_IN Berlin 2020..2021 | end Alice LIVES_IN Paris ..2023
					Alice LIVES_IN Paris 2018..; Alice LIVES_IN Oslo 2019.. | Alice LIVES_IN Berlin 2020..2021 | retract Alice LIVES_IN Oslo
					""")
	void comesToTheSameHoweverTheStatementsAreCutIntoRequests(String first, String second, String third) {
		String[] said = { first, second, third };
		String all = "";
		for (int i = 0; i < 3; i++) {
			String line = Tell.said(said[i], "2025-01-0" + (i + 1));
			all += line + ";";
			this.tell.facts(line);
		}
		Tell other = new Tell(this.api, "other");
		other.facts(all);
		Tell backwards = new Tell(this.api, "backwards");
		for (int i = 2; i >= 0; i--) {
			backwards.facts(Tell.said(said[i], "2025-01-0" + (i + 1)));
		}

		String believed = this.tell.believed("Alice", "LIVES_IN");

		assertThat(believed).isNotEmpty();
		assertThat(other.believed("Alice", "LIVES_IN")).isEqualTo(believed);
		assertThat(backwards.believed("Alice", "LIVES_IN")).isEqualTo(believed);
	}

	@Test
	void tellANumberFromTheTextOfIt() {
		String fact = """
				{"subject": {"name": "Lock"}, "predicate": "HAS_CODE", "value": %s, "observedAt": "2024-01-01T00:00:00Z"}""";

		Answer answer = this.api.post("/spaces/demo/facts",
				"{\"facts\": [" + fact.formatted("42") + ", " + fact.formatted("\"42\"") + "]}");

		assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
		assertThat(answer.at("/results").findValuesAsString("statementId").stream().distinct()).hasSize(2);
	}

	@Test
	void doNotHoldNowBecauseTheyHeldOnce() {
		this.tell.facts("Alice LIVES_IN Berlin 2022..; Alice LIVES_IN Paris holds 2020");

		assertThat(this.tell.believed("Alice", "LIVES_IN")).isEqualTo("Paris 2020..2022 | Berlin 2022..");
	}

	@Test
	void movesNobodyElsesTimelineByAPrivateStatement() {
		this.tell.facts("Alice LIVES_IN Paris 2018..; Alice LIVES_IN Berlin 2020.. only spy");

		assertThat(this.tell.believed("Alice", "LIVES_IN")).isEqualTo("Paris 2018..");
		assertThat(this.tell.believed("Alice", "LIVES_IN", "agentId=spy")).isEqualTo("Berlin 2020..");
		assertThat(this.tell.believed("Alice", "LIVES_IN", "agentId=other")).isEmpty();
	}

	@Test
	void tellsApartWhatOnlyLooksLikeThePrivateStatementOfAnother() {
		this.tell.facts("Alice DRINKS =tea|milk 2018..");

		this.tell.facts("Alice DRINKS =tea 2018.. only milk|; end Alice DRINKS =tea ..2020 only milk|");

		assertThat(this.tell.believed("Alice", "DRINKS")).isEqualTo("tea|milk 2018..");
	}

	@Test
	void keepsThePredicateThatTheOntologyDoesNotKnow() {
		this.tell.facts("Alice quarrelled_with Bob 2020..");

		assertThat(this.tell.believed("Alice", "quarrelled_with")).isEqualTo("Bob 2020..");
		assertThat(
				count("MATCH (:Entity)-[r:RELATED_TO {predicate: 'QUARRELLED_WITH'}]->(:Entity) RETURN count(r) AS n"))
			.isOne();
	}

	@Test
	void makesNoTypeOfRelationshipForAWordOfACaller() {
		this.tell.facts("Alice made_up_word Bob 2020..");
		long before = count("CALL db.relationshipTypes() YIELD relationshipType RETURN count(*) AS n");

		for (int i = 0; i < 20; i++) {
			this.tell.facts("Alice made_up_word_" + i + " Bob 2020..");
		}

		assertThat(count("CALL db.relationshipTypes() YIELD relationshipType RETURN count(*) AS n")).isEqualTo(before);
	}

	@Test
	void hindersNoStatementByARejectedOne() {
		JsonNode answer = this.tell
			.facts("Alice LIVES_IN Paris 2018..; Alice LIVES_IN Berlin 2020..2019; Bob LIVES_IN Rome 2020..");

		assertThat(answer.at("/results").findValuesAsString("outcome")).containsExactly("ADDED", "REJECTED", "ADDED");
		assertThat(answer.at("/results/1/reason").asString()).contains("ends before it starts");
		assertThat(answer.at("/results/1/statementId").isNull()).isTrue();
		assertThat(count("MATCH (n:Name {key: 'berlin'}) RETURN count(n) AS n")).isZero();
	}

	@Test
	void answersForAnEarlierMomentAsItDidThen() {
		this.tell.facts("Alice LIVES_IN Paris 2018..");
		String then = this.api.get("/spaces/demo/facts").at("/knownAt").asString();
		String answer = seen(then);
		this.tell.facts("Alice LIVES_IN Berlin 2020..");
		this.tell.facts("retract Alice LIVES_IN Paris");

		assertThat(this.tell.believed("Alice", "LIVES_IN")).isEqualTo("Berlin 2020..");
		assertThat(seen(then)).isEqualTo(answer).contains("Paris");
	}

	private String seen(String knownAt) {
		return this.api.get("/spaces/demo/facts?validAt=2024-01-01T00:00:00Z&knownAt=" + knownAt).json().toString();
	}

	@Test
	void callsFutureWhatHasNotBegun() {
		this.tell.facts("Alice LIVES_IN Paris 2018..; Alice LIVES_IN Oslo 2150..");

		assertThat(this.tell.believed("Alice", "LIVES_IN", "status=CURRENT")).isEqualTo("Paris 2018..2150");
		assertThat(this.tell.believed("Alice", "LIVES_IN", "status=FUTURE")).isEqualTo("Oslo 2150..");
		assertThat(this.tell.believed("Alice", "LIVES_IN", "status=CURRENT", "validAt=2151-01-01T00:00:00Z"))
			.isEqualTo("Oslo 2150..");
	}

	@Test
	void recognisesAStatementThatIsSentAgainFromTheSameEvidence() {
		this.tell.facts("Alice LIVES_IN Paris 2018.. said 2020");
		String fact = this.api.get("/spaces/demo/facts").at("/items/0/id").asString();
		this.api.post("/facts/" + fact + "/retract", "{\"reason\": \"wrong\"}");

		assertThat(this.tell.outcomes("Alice LIVES_IN Paris 2018.. said 2020")).containsExactly("OUTRANKED");
		assertThat(this.tell.believed("Alice", "LIVES_IN")).isEmpty();
		assertThat(count("MATCH (s:Statement) RETURN count(s) AS n")).isEqualTo(2);
	}

	@Test
	void showsWhatIsConnectedWithWhat() {
		this.tell.facts("Alice KNOWS Bob 2020..; Bob WORKS_AT Acme 2020..; Acme LOCATED_IN Rome 2000..");
		String alice = this.api.get("/spaces/demo/entities?name=alice").at("/items/0/id").asString();

		Answer near = this.api.get("/entities/" + alice + "/neighbours?depth=2");

		assertThat(near.at("/nodes").findValuesAsString("name")).containsExactlyInAnyOrder("Alice", "Bob", "Acme");
		assertThat(near.at("/edges").size()).isEqualTo(2);
		assertThat(this.api.get("/entities/" + alice + "/neighbours?validAt=2019-01-01T00:00:00Z").at("/edges").size())
			.isZero();
	}

	@Test
	void tellsWhatIsKnownOfSomebodyByName() {
		this.tell.facts("Alice LIVES_IN Paris 2018..; Alice LIVES_IN Berlin 2024-03..; Alice LIKES coffee 2020..;"
				+ "Bob MANAGES Alice 2021..; Carol KNOWS Bob 2021..");

		Answer now = this.api.get("/spaces/demo/context?entity=alice&depth=2");
		Answer then = this.api.get("/spaces/demo/context?entity=alice&validAt=2019-01-01T00:00:00Z");

		assertThat(now.at("/profile").findValuesAsString("text")).containsExactly("Alice lives in Berlin.");
		assertThat(now.at("/facts").findValuesAsString("text")).contains("Alice likes coffee.");
		assertThat(now.at("/relations").findValuesAsString("text")).anyMatch((text) -> text.contains("Carol"));
		assertThat(now.at("/context").asString()).contains("# About\nAlice (Person) [entity ")
			.contains("- Alice lives in Berlin. (since 2024-03) [fact ")
			.doesNotContain("Paris");
		assertThat(then.at("/context").asString())
			.contains("- Alice lives in Paris. (since 2018, until 2024-03) [fact ")
			.doesNotContain("coffee");
	}

	@Test
	void asksBackWhenANameMayMeanSeveral() {
		for (String id : List.of("will-1", "will-2")) {
			this.api.post("/spaces/demo/facts",
					"""
							{"facts": [{"subject": {"externalId": "%s", "name": "Will"}, "predicate": "AGE_IS", "value": 42}]}"""
						.formatted(id));
		}

		Answer answer = this.api.get("/spaces/demo/context?entity=will");

		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.at("/candidates").size()).isEqualTo(2);
		assertThat(this.tell.facts("Will LIVES_IN Rome").at("/results/0/reason").asString())
			.contains("may mean any of");
	}

	private long count(String query) {
		return this.driver.executableQuery(query).execute().records().getFirst().get("n").asLong();
	}

}
