package dev.loci.recall;

import java.util.ArrayList;
import java.util.List;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.LociIT;
import dev.loci.Tell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Who wants different memories gets them; nobody else does.
 */
@LociIT
class DiversityIT {

	private final Api api;

	DiversityIT(@LocalServerPort int port) {
		this.api = new Api(port);
	}

	@BeforeEach
	void say() {
		for (String content : List.of("My cat Mimi sleeps on the sofa.", "My cat Mimi sleeps on the sofa all day.",
				"My cat Mimi sleeps on the sofa every day.", "The dog of my neighbour barks at the postman.")) {
			assertThat(this.api
				.post("/spaces/demo/episodes",
						"{\"messages\": [{\"role\": \"user\", \"content\": \"" + content + "\"}]}")
				.status()).isEqualTo(202);
		}
	}

	@Test
	void givesDifferentMemories() {
		assertThat(texts(recall(", \"limit\": 2"))).noneMatch((text) -> text.contains("dog"));

		assertThat(texts(recall(", \"limit\": 2, \"diversity\": 0.7"))).anyMatch((text) -> text.contains("dog"))
			.anyMatch((text) -> text.contains("cat"));
	}

	@Test
	void isExplainedByWhatEachHasLost() {
		List<JsonNode> items = recall(", \"diversity\": 0.7, \"explain\": true").at("/items").valueStream().toList();

		assertThat(items).hasSize(4);
		assertThat(items.getFirst().at("/why/diversity").isMissingNode()).isTrue();
		assertThat(items.subList(1, 4)).allMatch((item) -> item.at("/why/diversity").asDouble() < 0);
		List<Double> scores = new ArrayList<>();
		for (JsonNode item : items) {
			JsonNode why = item.at("/why");
			double sum = why.valueStream().mapToDouble((arm) -> arm.at("/points").asDouble()).sum()
					+ why.propertyStream()
						.filter((term) -> term.getValue().isNumber() && !term.getKey().equals("fused"))
						.mapToDouble((term) -> term.getValue().asDouble())
						.sum();
			assertThat(item.at("/score").asDouble()).isCloseTo(sum, within(1e-9));
			scores.add(item.at("/score").asDouble());
		}
		assertThat(scores).isSortedAccordingTo((one, other) -> Double.compare(other, one));
	}

	@Test
	void leavesWhatHasEndedBehindWhatHoldsNow() {
		new Tell(this.api, "demo").facts("""
				Alice LIVES_IN Rome 2010..; Alice LIVES_IN Berlin 2020..; Alice VISITED Berlin 2015..;
				Alice WORKS_IN Berlin 2012..; Alice LIKES Berlin 2012..""");

		for (String diversity : List.of("0", "0.5", "0.9")) {
			assertThat(everOf("Alice lives in Berlin", diversity)).containsSubsequence("Alice lives in Berlin.",
					"Alice lives in Rome.");
		}
	}

	@Test
	void leavesWhatHasEndedBehindItsOppositeThatHoldsNow() {
		new Tell(this.api, "demo").facts("""
				Alice LIKES Tea 2010..; Alice DISLIKES Tea 2020..; Alice DISLIKES Coffee; Alice DISLIKES Milk;
				Alice DISLIKES Wine""");

		for (String diversity : List.of("0", "0.5", "0.9")) {
			assertThat(everOf("What does Alice dislike?", diversity)).containsSubsequence("Alice dislikes Tea.",
					"Alice likes Tea.");
		}
	}

	/** Else another one than without it would be the answer. */
	@Test
	void leavesWhatHeldThenBeforeWhatHoldsNow() {
		new Tell(this.api, "demo").facts("Alice LIVES_IN Rome 2010..; Alice LIVES_IN Berlin 2020..");

		for (String diversity : List.of("0", "0.5", "0.9")) {
			assertThat(texts(asked("""
					{"query": "Where did Alice live in 2017?", "include": ["facts"], "diversity": %s}"""
				.formatted(diversity)))).startsWith("Alice lives in Rome.");
		}
	}

	@ParameterizedTest
	@CsvSource({ "0, 200", "0.9, 200", "0.91, 400", "-0.1, 400", "1, 400" })
	void isAShare(String diversity, int status) {
		assertThat(
				this.api.post("/spaces/demo/recall", "{\"query\": \"cat\", \"diversity\": " + diversity + "}").status())
			.isEqualTo(status);
	}

	/** What answers it of all that ever held. */
	private List<String> everOf(String query, String diversity) {
		return texts(asked("""
				{"query": "%s", "include": ["facts"], "history": true, "diversity": %s}""".formatted(query,
				diversity)));
	}

	private Answer recall(String more) {
		return asked("{\"query\": \"Where does my cat sleep?\", \"include\": [\"episodes\"]" + more + "}");
	}

	private Answer asked(String question) {
		Answer answer = this.api.post("/spaces/demo/recall", question);
		assertThat(answer.status()).isEqualTo(200);
		return answer;
	}

	private static List<String> texts(Answer answer) {
		return answer.at("/items").valueStream().map((item) -> item.at("/text").asString()).toList();
	}

}
