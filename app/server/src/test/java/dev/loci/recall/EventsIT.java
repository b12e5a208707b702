package dev.loci.recall;

import dev.loci.Api;
import dev.loci.LociIT;
import dev.loci.Tell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A question may name a time by what happened then.
 */
@LociIT
class EventsIT {

	private final Api api;

	private final Tell tell;

	EventsIT(@LocalServerPort int port) {
		this.api = new Api(port);
		this.tell = new Tell(this.api, "demo");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Where did Ana live before she moved to Berlin?      | Ana lives in Paris.
			Where did Ana live before she moved?                | Ana lives in Paris.
			Where did Ana live after she left Acme?             | Ana lives in Berlin.
			""")
	void isThatOfAFact(String question, String expected) {
		tellOfAna();

		JsonNode items = recall(question, "facts");

		assertThat(items.get(0).at("/text").asString()).isEqualTo(expected);
	}

	@Test
	void isToldWhereItComesFrom() {
		tellOfAna();

		JsonNode paris = recall("Where did Ana live before she moved to Berlin?", "facts").get(0);

		assertThat(paris.at("/status").asString()).isEqualTo("ENDED");
		assertThat(paris.at("/why/time/points").asDouble()).isPositive();
		assertThat(paris.at("/why/time/path/0/label").asString()).isEqualTo("Ana lives in Berlin.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Where did Ana live before she moved to Madrid?   | no such fact
			Where did Ana live before Eva moved to Berlin?   | it was not her
			Where did Ana live before she visited Rome?      | twice
			Where did Ana live before the rain?              | nothing that is known to happen
			""")
	void isNoneWhereNoFactIsItsOwn(String question, String because) {
		tellOfAna();

		JsonNode items = recall(question, "facts");

		assertThat(items.valueStream().map((item) -> item.at("/status").asString())).as(because)
			.isNotEmpty()
			.containsOnly("CURRENT");
		assertThat(items.valueStream().map((item) -> item.at("/why/time").isMissingNode())).as(because)
			.containsOnly(true);
	}

	@Test
	void isReachedByNothingThatHasEndedWithoutIt() {
		tellOfAna();
		this.tell.facts("Acme LOCATED_IN Paris 2010..");

		JsonNode items = recall("Where is the office of Ana's firm since she moved to Madrid?", "facts");

		assertThat(items.findValues("graph").toString()).contains("Ana visited Rome.")
			.doesNotContain("Ana lives in Paris.", "Ana works at Acme.");
		JsonNode then = recall("Where was the office of Ana's firm before she moved to Berlin?", "facts");
		assertThat(then.findValues("graph").toString()).contains("Ana lives in Paris.");
	}

	@Test
	void givesWayToATimeThatIsTold() {
		tellOfAna();

		assertThat(recall("Where did Ana live in 2021, before she moved to Berlin?", "facts").get(0)
			.at("/why/time/path")
			.isMissingNode()).isTrue();
	}

	@Test
	void prefersWhatWasSaidThen() {
		tellOfAna();
		say("2019-06-01T10:00:00Z", "Ana had soup with us.");
		say("2022-06-01T10:00:00Z", "Ana had soup with us again.");

		assertThat(
				recall("When did Ana have soup before she moved to Berlin?", "episodes").get(0).at("/text").asString())
			.isEqualTo("Ana had soup with us.");
		assertThat(
				recall("When did Ana have soup after she moved to Berlin?", "episodes").get(0).at("/text").asString())
			.isEqualTo("Ana had soup with us again.");
	}

	@Test
	void tellsNoAgentOfWhatAnotherKeeps() {
		this.tell.facts("Ana LIVES_IN Paris 2015..2020; Ana LIVES_IN Berlin 2020.. only spy");

		JsonNode items = recall("Where did Ana live before she moved to Berlin?", "facts");

		assertThat(items.toString()).doesNotContain("Berlin");
	}

	private void tellOfAna() {
		this.tell.facts("Ana LIVES_IN Paris 2015..; Ana LIVES_IN Berlin 2020..; Ana WORKS_AT Acme 2016..2020;"
				+ " Ana WORKS_AT Initech 2021..; Bob LIVES_IN Oslo 2020..; Eva LIVES_IN Rome 2012..;"
				+ " Ana VISITED Rome 2016..; Ana VISITED Rome 2018..");
	}

	private void say(String when, String content) {
		assertThat(this.api
			.post("/spaces/demo/episodes",
					"{\"messages\": [{\"role\": \"user\", \"content\": \"" + content + "\", \"occurredAt\": \"" + when
							+ "\"}]}")
			.status()).isEqualTo(202);
	}

	private JsonNode recall(String query, String kind) {
		Api.Answer answer = this.api.post("/spaces/demo/recall",
				"{\"query\": \"" + query + "\", \"explain\": true, \"include\": [\"" + kind + "\"]}");
		assertThat(answer.status()).isEqualTo(200);
		return answer.at("/items");
	}

}
