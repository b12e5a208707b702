package dev.loci.recall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.loci.Api.Answer;
import dev.loci.LociProcess;
import dev.loci.embed.TinyCrossEncoder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * A cross-encoder reads the best memories once more, where there is one and it is asked
 * for.
 */
class RerankingIT {

	private static final Path DATA = LociProcess.newFolder();

	private static LociProcess loci;

	@BeforeAll
	static void start() throws IOException {
		loci = LociProcess.start(DATA, TinyCrossEncoder.in(Files.createDirectories(DATA.getParent())));
	}

	@AfterAll
	static void stop() throws IOException {
		loci.close();
		FileSystemUtils.deleteRecursively(DATA.getParent());
	}

	@Test
	void ordersThemAnew() {
		say("order", "I drink tea in Paris.", "The weather in Berlin is nice.", "Nothing of the kind.");

		assertThat(texts(recall("order", "{\"query\": \"Do I drink tea?\"}"))).first()
			.isEqualTo("I drink tea in Paris.");
		List<JsonNode> items = recall("order",
				"{\"query\": \"Do I drink?\", \"rerank\": true, \"explain\": true, \"limit\": 2}")
			.at("/items")
			.valueStream()
			.toList();

		assertThat(items).extracting((item) -> item.at("/text").asString())
			.containsExactly("The weather in Berlin is nice.", "I drink tea in Paris.");
		assertThat(items.getFirst().at("/score").asDouble()).isCloseTo(1 / (1 + Math.exp(-4)), within(1e-6));
		for (JsonNode item : items) {
			JsonNode why = item.at("/why");
			double sum = why.valueStream().mapToDouble((arm) -> arm.at("/points").asDouble()).sum()
					+ why.propertyStream()
						.filter((term) -> term.getValue().isNumber() && !term.getKey().equals("fused"))
						.mapToDouble((term) -> term.getValue().asDouble())
						.sum();
			assertThat(item.at("/score").asDouble()).isCloseTo(sum, within(1e-9));
		}
	}

	@Test
	void leavesWhatHoldsBeforeWhatHasEnded() {
		loci.api()
			.post("/spaces/facts/facts",
					"""
							{"facts": [
							  {"subject": {"name": "Ana"}, "predicate": "LIVES_IN", "object": {"name": "Berlin"}, "validFrom": "2018"},
							  {"subject": {"name": "Ana"}, "predicate": "LIVES_IN", "object": {"name": "Paris"}, "validFrom": "2020"}]}""");

		assertThat(texts(recall("facts",
				"{\"query\": \"Where does Ana live?\", \"rerank\": true, \"history\": true, \"include\": [\"facts\"]}")))
			.containsExactly("Ana lives in Paris.", "Ana lives in Berlin.");
	}

	@Test
	void givesWhatTheArmsSayWhereItFails() {
		say("broken", "I drink tea in Paris.", "Berlin is full of " + TinyCrossEncoder.POISON + ".");

		Answer answer = recall("broken", "{\"query\": \"Do I drink tea?\", \"rerank\": true}");

		assertThat(answer.at("/degraded").valueStream().map(JsonNode::asString)).containsExactly("rerank");
		assertThat(texts(answer)).first().isEqualTo("I drink tea in Paris.");
	}

	private static void say(String space, String... contents) {
		for (String content : contents) {
			assertThat(loci.api()
				.post("/spaces/" + space + "/episodes",
						"{\"messages\": [{\"role\": \"user\", \"content\": \"" + content + "\"}]}")
				.status()).isEqualTo(202);
		}
	}

	private static Answer recall(String space, String question) {
		Answer answer = loci.api().post("/spaces/" + space + "/recall", question);
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
		return answer;
	}

	private static List<String> texts(Answer answer) {
		return answer.at("/items").valueStream().map((item) -> item.at("/text").asString()).toList();
	}

}
