package dev.loci.recall;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.LociIT;
import dev.loci.Tell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A word on a memory that a recall gave is kept, counts once, and moves little.
 */
@LociIT
class FeedbackIT {

	private final Api api;

	private final Driver driver;

	private final Tell tell;

	FeedbackIT(@LocalServerPort int port, @Autowired Driver driver) {
		this.api = new Api(port);
		this.driver = driver;
		this.tell = new Tell(this.api, "demo");
	}

	@Test
	void countsTheLastWordOnAMemoryOnce() {
		String fact = this.tell.facts("Alice LIVES_IN Paris 2018..").at("/results/0/fact/id").asString();
		String one = id(recall("Alice"));
		String other = id(recall("Paris"));

		assertThat(feedback(one, fact, true).at("/use").toString()).startsWith("{\"helpful\":1,\"unhelpful\":0");
		assertThat(feedback(one, fact, true).at("/use").toString()).startsWith("{\"helpful\":1,\"unhelpful\":0");
		assertThat(feedback(one, fact, false).at("/use").toString()).startsWith("{\"helpful\":0,\"unhelpful\":1");
		assertThat(feedback(other, fact, false).at("/use").toString()).startsWith("{\"helpful\":0,\"unhelpful\":2");
		assertThat(feedback(other, fact, true).at("/use").toString()).startsWith("{\"helpful\":1,\"unhelpful\":1");
		JsonNode last = feedback(one, fact, true).json();

		assertThat(last.at("/use/helpful").asInt()).isEqualTo(2);
		assertThat(last.at("/use/term").asDouble()).isEqualTo(0.5);
		assertThat(item(this.api.get("/recalls/" + one).json(), fact)).containsEntry("helpful", true);
		assertThat(count("MATCH (u:Feedback) RETURN count(u) AS n")).isOne();
	}

	@Test
	void losesNoWordOfThoseWhoSpeakAtOnce() throws Exception {
		String fact = this.tell.facts("Alice LIVES_IN Paris 2018..").at("/results/0/fact/id").asString();
		List<String> recalls = IntStream.range(0, 16).mapToObj((i) -> id(recall("Alice"))).toList();
		try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
			List<Future<Integer>> answers = recalls.stream()
				.flatMap((recall) -> Stream.of(recall, recall))
				.map((recall) -> callers.submit(() -> feedback(recall, fact, true).status()))
				.toList();
			for (Future<Integer> answer : answers) {
				assertThat(answer.get()).isEqualTo(200);
			}
		}

		assertThat(count("MATCH (u:Feedback) RETURN u.helpful AS n")).isEqualTo(16);
	}

	@Test
	void takesAWordOnAnEpisodeWhicheverPassageWasGiven() {
		String text = "The whale sings in the deep sea. ".repeat(100);
		String episode = this.api.post("/spaces/demo/episodes", "{\"text\": \"%s\"}".formatted(text))
			.at("/episodeIds/0")
			.asString();
		Answer given = recall("whale");
		assertThat(given.at("/items")).hasSizeGreaterThan(1);

		assertThat(feedback(id(given), episode, true).at("/use/helpful").asInt()).isOne();
		assertThat(recording(given).at("/items")).allMatch((item) -> item.at("/helpful").asBoolean());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"memoryId": "0198c5f2-7d4e-7c1a-9b3e-2f6a8d4c1e70", "helpful": true}    | 422 | /problems/memory-not-given
			{"memoryId": "nonsense", "helpful": true}                                | 400 | /problems/invalid-input
			{"helpful": true}                                                        | 400 | /problems/invalid-input
			{"memoryId": "0198c5f2-7d4e-7c1a-9b3e-2f6a8d4c1e70"}                     | 400 | /problems/invalid-input
			{"memoryId": "0198c5f2-7d4e-7c1a-9b3e-2f6a8d4c1e70", "helpful": "yes"}   | 400 | /problems/invalid-input
			""")
	void refusesAWordThatMeansNothing(String body, int status, String type) {
		this.tell.facts("Alice LIVES_IN Paris 2018..");

		Answer answer = this.api.post("/recalls/" + id(recall("Alice")) + "/feedback", body);

		assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
		assertThat(answer.at("/type").asString()).isEqualTo(type);
	}

	private Answer recall(String query) {
		return this.api.post("/spaces/demo/recall", "{\"query\": \"%s\"}".formatted(query));
	}

	private JsonNode recording(Answer recall) {
		Answer answer = this.api.get("/recalls/" + id(recall));
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
		return answer.json();
	}

	private Answer feedback(String recall, String memory, boolean helpful) {
		return this.api.post("/recalls/" + recall + "/feedback",
				"{\"memoryId\": \"%s\", \"helpful\": %s}".formatted(memory, helpful));
	}

	private static Map<String, Object> item(JsonNode recording, String id) {
		JsonNode item = recording.at("/items")
			.valueStream()
			.filter((each) -> each.at("/id").asString().equals(id))
			.findFirst()
			.orElseThrow();
		return Map.of("version", item.at("/version").asInt(0), "text", item.at("/text").asString(), "helpful",
				item.at("/helpful").asBoolean(false));
	}

	private static String id(Answer recall) {
		return recall.at("/recallId").asString();
	}

	private long count(String query) {
		return this.driver.executableQuery(query).execute().records().getFirst().get("n").asLong();
	}

}
