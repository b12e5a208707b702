package dev.loci.recall;

import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.LociIT;
import dev.loci.Tell;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was asked a moment ago is answered again, and never when the answer would be
 * another one.
 */
@LociIT
class HotRecallsIT {

	private static final String QUESTION = "Where does Alice live?";

	private final Api api;

	private final Tell tell;

	private final MeterRegistry meters;

	HotRecallsIT(@LocalServerPort int port, @Autowired MeterRegistry meters) {
		this.api = new Api(port);
		this.tell = new Tell(this.api, "demo");
		this.meters = meters;
	}

	@Test
	void giveTheSameToWhoAsksTheSame() {
		this.tell.facts("Alice LIVES_IN Berlin 2020..");
		Answer first = ask("demo", "");

		Answer second = assertHit(() -> ask("demo", ""));

		assertThat(second.at("/items")).isEqualTo(first.at("/items"));
		assertThat(second.at("/knownAt")).isEqualTo(first.at("/knownAt"));
	}

	@Test
	void areRecordedEachByItself() {
		this.tell.facts("Alice LIVES_IN Berlin 2020..");
		Answer first = ask("demo", ", \"responseId\": \"one\"");

		Answer second = assertHit(() -> ask("demo", ", \"responseId\": \"two\""));

		assertThat(second.at("/recallId")).isNotEqualTo(first.at("/recallId"));
		JsonNode recorded = this.api.get("/recalls/" + second.at("/recallId").asString()).json();
		assertThat(recorded.at("/responseId").asString()).isEqualTo("two");
		assertThat(recorded.at("/items/0/text").asString()).isEqualTo("Alice lives in Berlin.");
		assertThat(recorded.at("/items/0/why/fused")).isEqualTo(recorded.at("/items/0/score"));
	}

	@Test
	void tellReasonsToWhoAsksForThem() {
		this.tell.facts("Alice LIVES_IN Berlin 2020..");
		assertThat(ask("demo", "").at("/items/0/why").isMissingNode()).isTrue();

		Answer explained = assertHit(() -> ask("demo", ", \"explain\": true"));

		assertThat(explained.at("/items/0/why/fused").asDouble()).isPositive();
		assertThat(ask("demo", "").at("/items/0/why").isMissingNode()).isTrue();
	}

	@Test
	void neverCrossSpaces() {
		this.tell.facts("Alice LIVES_IN Berlin 2020..");
		new Tell(this.api, "other").facts("Alice LIVES_IN Lisbon 2020..");

		for (int i = 0; i < 2; i++) {
			assertThat(texts(ask("demo", ""))).isEqualTo("Alice lives in Berlin.");
			assertThat(texts(ask("other", ""))).isEqualTo("Alice lives in Lisbon.");
			assertThat(texts(ask("third", ""))).isEmpty();
		}
	}

	@Test
	void giveTheSameWhateverIsToldElsewhere() {
		this.tell.facts("Alice LIVES_IN Berlin 2020..");
		Answer first = ask("demo", "");
		new Tell(this.api, "other").facts("Alice LIVES_IN Lisbon 2020..");

		assertThat(assertHit(() -> ask("demo", "")).at("/items")).isEqualTo(first.at("/items"));
	}

	@Test
	void neverTellOneAgentWhatAnotherKeeps() {
		this.tell.facts("Alice LIVES_IN Berlin 2020.. only spy");

		for (int i = 0; i < 2; i++) {
			assertThat(texts(ask("demo", ", \"filters\": {\"agentId\": \"spy\"}"))).isEqualTo("Alice lives in Berlin.");
			assertThat(texts(ask("demo", ""))).isEmpty();
			assertThat(texts(ask("demo", ", \"filters\": {\"agentId\": \"bot\"}"))).isEmpty();
		}
	}

	@Test
	void standBelowCoreMemoryAsItIsNow() {
		this.tell.facts("Alice LIVES_IN Berlin 2020..");
		block("I plan trips.");
		String budget = ", \"tokenBudget\": 400";
		assertThat(ask("demo", budget).at("/context").asString()).contains("I plan trips.");
		assertThat(assertHit(() -> ask("demo", budget)).at("/context").asString()).contains("I plan trips.");

		block("I book trips.");

		assertThat(ask("demo", budget).at("/context").asString()).contains("I book trips.").doesNotContain("I plan");
	}

	@Test
	void takeNoFeedbackForAWrite() {
		this.tell.facts("Alice LIVES_IN Berlin 2020..");
		Answer first = ask("demo", "");
		assertThat(this.api
			.post("/recalls/" + first.at("/recallId").asString() + "/feedback",
					"{\"memoryId\": \"" + first.at("/items/0/id").asString() + "\", \"helpful\": true}")
			.status()).isEqualTo(200);

		Answer second = assertHit(() -> ask("demo", ""));

		assertThat(second.at("/items/0/score")).isEqualTo(first.at("/items/0/score"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"limit\": 3", "\"include\": [\"facts\"]", "\"history\": true",
			"\"validAt\": \"2021-01-01T00:00:00Z\"", "\"knownAt\": \"2999-01-01T00:00:00Z\"",
			"\"filters\": {\"predicates\": [\"LIVES_IN\"]}", "\"filters\": {\"kinds\": [\"PROFILE\"]}",
			"\"filters\": {\"entities\": [\"Alice\"]}", "\"filters\": {\"sessionId\": \"s-1\"}",
			"\"filters\": {\"from\": \"2021-01-01T00:00:00Z\"}", "\"filters\": {\"to\": \"2021-01-01T00:00:00Z\"}",
			"\"filters\": {\"metadata\": {\"a\": 1}}" })
	void areForTheSameRequestOnly(String more) {
		this.tell.facts("Alice LIVES_IN Berlin 2020..");
		ask("demo", "");
		double before = hits();

		ask("demo", ", " + more);

		assertThat(hits()).isEqualTo(before);
		assertHit(() -> ask("demo", ", " + more));
	}

	private Answer assertHit(Supplier<Answer> asking) {
		double before = hits();
		Answer answer = asking.get();
		assertThat(hits()).isEqualTo(before + 1);
		return answer;
	}

	private double hits() {
		return this.meters.get("loci.recall.cache").tag("outcome", "hit").counter().count();
	}

	private Answer ask(String space, String more) {
		Answer answer = this.api.post("/spaces/" + space + "/recall", "{\"query\": \"" + QUESTION + "\"" + more + "}");
		assertThat(answer.status()).isEqualTo(200);
		return answer;
	}

	private void block(String text) {
		assertThat(this.api.send("PUT", "/spaces/demo/blocks/persona", "{\"text\": \"" + text + "\"}").status())
			.isIn(200, 201);
	}

	/** Of facts and episodes. */
	private static String texts(Answer answer) {
		return answer.at("/items")
			.valueStream()
			.filter((item) -> !item.at("/kind").asString().equals("entity"))
			.map((item) -> item.at("/text").asString())
			.collect(Collectors.joining(" "));
	}

}
