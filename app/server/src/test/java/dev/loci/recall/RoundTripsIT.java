package dev.loci.recall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.loci.Api;
import dev.loci.LociIT;
import dev.loci.Tell;
import dev.loci.graph.CountedWaves;
import dev.loci.graph.Waves;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How often a question waits for the database, one time after the other.
 */
@LociIT
@DisabledIfSystemProperty(named = "loci.test.uri", matches = ".+", disabledReason = "counts at the embedded one")
@Import(CountedWaves.class)
class RoundTripsIT {

	/**
	 * What is asked late on a busy machine looks like one more; it is not so each time.
	 */
	private static final int ATTEMPTS = 3;

	private final Api api;

	private final Waves waves;

	private int asked;

	RoundTripsIT(@LocalServerPort int port, @Autowired Waves waves) {
		this.api = new Api(port);
		this.waves = waves;
	}

	@BeforeEach
	void tell() {
		new Tell(this.api, "demo")
			.facts("Alice LIVES_IN Paris 2015..2019; Alice LIVES_IN Berlin 2020..; Bob REPORTS_TO Alice 2020..");
		// Until it is done it may change what is found, and nothing is given again.
		assertThat(this.api.post("/spaces/demo/episodes?wait=PT30S", """
				{"messages": [{"role": "user", "content": "I told Alice of the concert in May 2023."}]}""").status())
			.isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ", \"tokenBudget\": 500, \"explain\": true", ", \"history\": true",
			", \"filters\": {\"entities\": [\"Alice\"]}" })
	void areTwoForARecall(String more) throws Exception {
		assertThat(least("Where did Alice live in 2017?", more)).hasSize(2);
	}

	@Test
	void areTwoForARecallThatNamesAnEvent() throws Exception {
		assertThat(least("Where did Alice live before she moved to Berlin?", "")).hasSize(2);
	}

	@Test
	void areTwoForATimeLongAgo() throws Exception {
		carolMovesEachYear();

		assertThat(least("Where did Carol live in 1941?", ", \"include\": [\"facts\"]")).hasSize(2);
		JsonNode found = recall("{\"query\": \"Where did Carol live in 1941?\", \"include\": [\"facts\"]}");
		assertThat(found.at("/items/0/text").asString()).contains("City1941");
		assertThat(found.at("/items").findValuesAsString("text")).anyMatch((text) -> text.contains("Lisbon"))
			.noneMatch((text) -> text.contains("City1950"));
	}

	@Test
	void areTwoWhereMostOfWhatHasTheWordsHasEnded() throws Exception {
		carolMovesEachYear();

		assertThat(least("Where does Carol live?", ", \"include\": [\"facts\"]")).hasSize(2);
		JsonNode found = recall("{\"query\": \"Where does Carol live?\", \"explain\": true, \"include\": [\"facts\"]}");
		assertThat(found.at("/items/0/text").asString()).isEqualTo("Carol lives in Lisbon.");
		assertThat(found.at("/items/0/why/fullText/rank").asInt()).isEqualTo(1);
	}

	private void carolMovesEachYear() {
		new Tell(this.api, "demo").facts(IntStream.range(1940, 2000)
			.mapToObj((year) -> "Carol LIVES_IN City" + year + " " + year + ".." + (year + 1))
			.collect(Collectors.joining("; ")) + "; Carol LIVES_IN Lisbon 2000..");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"filters\": {\"sessionId\": \"s-1\"}", "\"knownAt\": \"%s\"" })
	void areTwoWhereMostOfWhatHasTheWordsIsNotWanted(String limit) throws Exception {
		say("s-1", 1, "Its light is seen far out at sea on a clear night, they say.");
		String then = Instant.now().toString();
		say("s-2", 110, "");

		assertThat(least("Where is the lighthouse?", ", " + limit.formatted(then))).hasSize(2);
		JsonNode first = recall(
				"{\"query\": \"Where is the lighthouse?\", \"explain\": true, " + limit.formatted(then) + "}")
			.at("/items/0");
		assertThat(first.at("/text").asString()).startsWith("The lighthouse number 0 is near. Its light");
		// Its meaning would bring it, too.
		assertThat(first.at("/why/fullText/rank").asInt()).isOne();
	}

	private void say(String session, int times, String more) {
		String messages = IntStream.range(0, times)
			.mapToObj((i) -> "{\"role\": \"user\", \"content\": \"The lighthouse number " + i + " is near. " + more
					+ "\"}")
			.collect(Collectors.joining(", "));
		assertThat(this.api
			.post("/spaces/demo/episodes?wait=PT60S",
					"{\"sessionId\": \"" + session + "\", \"messages\": [" + messages + "]}")
			.status()).isEqualTo(200);
	}

	@Test
	void isOneForWhatWasAskedAMomentAgo() throws Exception {
		String again = "{\"query\": \"Where does Alice live?\"}";
		recall(again);

		assertThat(this.waves.of(() -> recall(again))).hasSize(1);
	}

	/** Each time another question, so that none has been asked before. */
	private List<List<String>> least(String query, String more) throws Exception {
		List<List<List<String>>> all = new ArrayList<>();
		for (int i = 0; i < ATTEMPTS && all.stream().allMatch((each) -> each.size() > 2); i++) {
			String body = "{\"query\": \"" + query + " " + this.asked++ + "\"" + more + "}";
			all.add(this.waves.of(() -> recall(body)));
		}
		return all.stream().min(Comparator.comparingInt(List::size)).orElseThrow();
	}

	private JsonNode recall(String body) {
		Api.Answer answer = this.api.post("/spaces/demo/recall", body);
		assertThat(answer.status()).isEqualTo(200);
		return answer.json();
	}

}
