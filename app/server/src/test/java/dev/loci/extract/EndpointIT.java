package dev.loci.extract;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.loci.extract.Extraction.Usage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(30)
class EndpointIT {

	private static final EndpointQuestion QUESTION = new EndpointQuestion("rules", "what is claimed?",
			"{\"type\":\"object\"}");

	private final ModelStub stub = ModelStub.start();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private ModelEndpoint endpoint = endpoint();

	@AfterEach
	void stop() {
		this.endpoint.close();
		this.stub.close();
	}

	private ModelEndpoint endpoint(String... keysAndValues) {
		this.meters.clear();
		return new ModelEndpoint(ModelSettingsFor.stub(this.stub, keysAndValues), this.meters);
	}

	private EndpointAnswer ask() {
		return this.endpoint.ask(QUESTION);
	}

	@Test
	void asksOnceInTheWireFormatAndCounts() {
		this.stub.says("{}");
		assertThat(ask()).isEqualTo(
				new EndpointAnswer.Said("{}", new Usage(1, ModelStub.PROMPT_TOKENS, ModelStub.COMPLETION_TOKENS)));
		assertThat(this.stub.requests()).hasSize(1);
		assertThat(this.stub.requests().getFirst().at("/model").asString()).isEqualTo("stub");
		assertThat(this.stub.requests().getFirst().at("/response_format/type").asString()).isEqualTo("json_schema");
		assertThat(this.stub.requests().getFirst().at("/response_format/json_schema/strict").booleanValue()).isTrue();
		assertThat(this.stub.requests().getFirst().at("/max_completion_tokens").intValue()).isEqualTo(8000);
		assertThat(this.stub.requests().getFirst().has("temperature")).isFalse();
		assertThat(this.stub.told("system")).isEqualTo("rules");
		assertThat(this.stub.told("user")).isEqualTo("what is claimed?");
		assertThat(this.stub.header("Authorization")).isEqualTo("Bearer sk-secret");
		assertThat(this.meters.get("loci.extract.calls").counter().count()).isEqualTo(1);
		assertThat(this.meters.get("loci.extract.tokens").tag("kind", "prompt").counter().count()).isEqualTo(900);
		assertThat(this.meters.get("loci.extract.tokens").tag("kind", "completion").counter().count()).isEqualTo(70);
	}

	@Test
	void sendsNoKeyWhereThereIsNone() {
		this.endpoint.close();
		this.endpoint = endpoint("api-key", "");
		this.stub.says("{}");
		ask();
		assertThat(this.stub.header("Authorization")).isEmpty();
	}

	@Test
	void takesABaseUrlWithASlashAtItsEnd() {
		this.endpoint.close();
		this.endpoint = new ModelEndpoint(ModelSettingsFor.at(URI.create(this.stub.baseUrl() + "/")), this.meters);
		this.stub.says("{}");
		assertThat(ask()).isInstanceOf(EndpointAnswer.Said.class);
	}

	@Test
	void sendsTheTemperatureThatIsSet() {
		this.endpoint.close();
		this.endpoint = endpoint("temperature", "0.1");
		this.stub.says("{}");
		ask();
		assertThat(this.stub.requests().getFirst().at("/temperature").doubleValue()).isEqualTo(0.1);
	}

	@Test
	void countsNothingWhereTheEndpointDoesNot() {
		this.stub.answers(ModelStub.uncounted("{}"));
		assertThat(ask().usage()).isEqualTo(new Usage(1, 0, 0));
	}

	@Test
	void asksForJsonInWordsWhereSchemasAreNotKnownAndRemembersIt() {
		this.stub.answers(ModelStub.error(400, "unknown_parameter")).says("{}").says("{}");
		assertThat(ask().usage().calls()).isEqualTo(2);
		assertThat(this.stub.requests().get(1).has("response_format")).isFalse();
		assertThat(this.stub.told("system")).startsWith("rules").endsWith(QUESTION.schema());
		assertThat(ask().usage().calls()).isEqualTo(1);
		assertThat(this.stub.requests().get(2).has("response_format")).isFalse();
	}

	@Test
	void failsAndLearnsNothingWhereTheQuestionItselfIsRefused() {
		this.stub.answers(ModelStub.error(400, "context_length_exceeded"))
			.answers(ModelStub.error(400, "context_length_exceeded"))
			.says("{}");
		assertThatExceptionOfType(ExtractionFailed.class).isThrownBy(this::ask)
			.withMessage("the model's endpoint refuses the request with 400 context_length_exceeded")
			.withNoCause();
		ask();
		assertThat(this.stub.requests().getLast().has("response_format")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 403 })
	void saysThatTheKeyIsWrong(int status) {
		this.stub.answers(ModelStub.error(status, "invalid_api_key"));
		assertThatExceptionOfType(ModelMisconfigured.class).isThrownBy(this::ask)
			.withMessageContaining("loci.extract.api-key")
			.withNoCause();
		assertThat(this.stub.calls()).isEqualTo(1);
	}

	@Test
	void saysThatThereIsNoSuchModel() {
		this.stub.answers(ModelStub.error(404, "model_not_found"));
		assertThatExceptionOfType(ModelMisconfigured.class).isThrownBy(this::ask)
			.withMessageContaining("loci.extract.model");
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 500, 502, 503 })
	void asksAgainWhereTheEndpointIsAwayForAMoment(int status) {
		this.stub.answers(ModelStub.error(status, "busy")).answers(ModelStub.error(status, "busy")).says("{}");
		assertThat(ask().usage().calls()).isEqualTo(3);
		assertThat(this.endpoint.isAvailable()).isTrue();
	}

	@Test
	void waitsAsLongAsItIsAskedTo() {
		this.endpoint.close();
		this.endpoint = endpoint("max-wait", "2s");
		this.stub.answers(ModelStub.error(429, "busy").withHeader("Retry-After", "1")).says("{}");
		Instant before = Instant.now();
		ask();
		assertThat(Duration.between(before, Instant.now())).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5));
	}

	@Test
	void givesBackWhatWouldWaitForLong() {
		this.stub.answers(ModelStub.error(429, "busy").withHeader("Retry-After", "120"));
		assertThatExceptionOfType(ModelUnavailable.class).isThrownBy(this::ask)
			.satisfies((ex) -> assertThat(ex.retryAfter()).isEqualTo(Duration.ofMinutes(2)))
			.withMessage("the model's endpoint answers 429 busy")
			.withNoCause();
		assertThat(this.stub.calls()).isEqualTo(1);
	}

	@Test
	void understandsADateToWaitFor() {
		String date = DateTimeFormatter.RFC_1123_DATE_TIME
			.format(Clock.systemUTC().instant().plusSeconds(90).atOffset(ZoneOffset.UTC));
		this.stub.answers(ModelStub.error(503, "busy").withHeader("Retry-After", date));
		assertThatExceptionOfType(ModelUnavailable.class).isThrownBy(this::ask)
			.satisfies((ex) -> assertThat(ex.retryAfter()).isBetween(Duration.ofSeconds(80), Duration.ofSeconds(90)));
	}

	@Test
	void givesUpOnAnEndpointThatIsTooSlow() {
		this.endpoint.close();
		this.endpoint = endpoint("timeout", "300ms", "attempts", "2");
		this.stub.alwaysAnswers(ModelStub.completion("{}").withFixedDelay(3_000));
		assertAwayWithin(Duration.ofSeconds(2), "did not answer within 300 ms");
	}

	@Test
	void givesUpOnAnAnswerThatDrips() {
		this.endpoint.close();
		this.endpoint = endpoint("timeout", "300ms", "attempts", "1");
		this.stub.alwaysAnswers(ModelStub.completion("{}").withChunkedDribbleDelay(50, 5_000));
		assertAwayWithin(Duration.ofSeconds(2), "did not answer within 300 ms");
	}

	private void assertAwayWithin(Duration limit, String reason) {
		Instant before = Instant.now();
		assertThatExceptionOfType(ModelUnavailable.class).isThrownBy(this::ask).withMessageContaining(reason);
		assertThat(Duration.between(before, Instant.now())).isLessThan(limit);
	}

	@ParameterizedTest
	@ValueSource(strings = { "MALFORMED_RESPONSE_CHUNK", "EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER",
			"RANDOM_DATA_THEN_CLOSE" })
	void asksAgainWhereTheAnswerBreaksOff(Fault fault) {
		this.stub.answers(aResponse().withFault(fault)).says("{}");
		assertThat(ask()).isInstanceOf(EndpointAnswer.Said.class);
	}

	@Test
	void saysThatNobodyIsThere() {
		this.stub.close();
		assertThatExceptionOfType(ModelUnavailable.class).isThrownBy(this::ask)
			.withMessage("the model's endpoint cannot be reached")
			.withNoCause();
	}

	@Test
	void findsNothingToReadInAWebPage() {
		this.stub.answers(html());
		assertThat(ask()).isEqualTo(new EndpointAnswer.Flawed("was no JSON", new Usage(1, 0, 0)));
	}

	private static ResponseDefinitionBuilder html() {
		return aResponse().withHeader("Content-Type", "text/html").withBody("<html><body>Sign in</body></html>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"choices\":[]}", "{}", "[]", "{\"choices\":[null]}" })
	void findsNothingToReadWhereThereIsNoChoice(String body) {
		this.stub.answers(aResponse().withBody(body));
		assertThat(ask())
			.isEqualTo(new EndpointAnswer.Flawed("was no chat completion with choices", new Usage(1, 0, 0)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"choices\":[{\"index\":0}]}",
			"{\"choices\":[{\"index\":0,\"finish_reason\":null,\"message\":{\"content\":\"secret\"}}]}",
			"{\"id\":\"1\",\"model\":\"m\",\"created\":1,\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":[\"secret\"]}}]}",
			"{\"id\":\"1\",\"model\":\"m\",\"created\":1,\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":\"{}\"}}],\"usage\":{\"prompt_tokens\":99999999999999,\"completion_tokens\":1,\"total_tokens\":1}}",
			"{\"id\":\"1\",\"model\":\"m\",\"created\":1,\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":\"{}\"}}],\"usage\":{\"prompt_tokens\":\"many\"}}",
			"{\"id\":\"1\",\"model\":\"m\",\"created\":1,\"choices\":[{\"index\":0,\"finish_reason\":\"tool_calls\",\"message\":{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"1\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]}}]}" })
	void findsNothingToReadInOddCompletions(String body) {
		this.stub.answers(aResponse().withBody(body));
		assertThat(ask()).isInstanceOf(EndpointAnswer.Flawed.class);
	}

	@Test
	void takesNoRefusalForAnAnswer() {
		this.stub.answers(ModelStub.refusal()).answers(ModelStub.cutOff("{\"facts\":[]}")).says("  ");
		assertThat(ask()).isInstanceOfSatisfying(EndpointAnswer.Flawed.class,
				(flawed) -> assertThat(flawed.flaw()).isEqualTo("was a refusal"));
		assertThat(ask()).isInstanceOfSatisfying(EndpointAnswer.Flawed.class,
				(flawed) -> assertThat(flawed.flaw()).startsWith("was cut off for its length"));
		assertThat(ask()).isInstanceOfSatisfying(EndpointAnswer.Flawed.class,
				(flawed) -> assertThat(flawed.flaw()).isEqualTo("was empty"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 500 })
	void readsNoMoreThanItMust(int status) throws IOException {
		try (ModelFlood flood = ModelFlood.start(status, 100L << 20)) {
			this.endpoint.close();
			this.endpoint = new ModelEndpoint(ModelSettingsFor.at(flood.baseUrl(), "attempts", "1"), this.meters);
			if (status == 200) {
				assertThat(ask())
					.isEqualTo(new EndpointAnswer.Flawed("was larger than 1048576 bytes", new Usage(1, 0, 0)));
			}
			else {
				assertThatExceptionOfType(ModelUnavailable.class).isThrownBy(this::ask);
			}
			assertThat(flood.sent()).isLessThan(30L << 20);
		}
	}

	@Test
	void leavesAnEndpointAloneThatFailsAndTriesItAgain() throws InterruptedException {
		this.endpoint.close();
		this.endpoint = endpoint("attempts", "1", "breaker.min-calls", "3", "breaker.window", "3", "breaker.pause",
				"400ms");
		this.stub.answers(ModelStub.error(500, "broken"))
			.answers(ModelStub.error(500, "broken"))
			.answers(ModelStub.error(500, "broken"))
			.answers(ModelStub.error(500, "broken"))
			.says("{}");
		for (int i = 0; i < 3; i++) {
			assertThat(this.endpoint.isAvailable()).isTrue();
			assertThatExceptionOfType(ModelUnavailable.class).isThrownBy(this::ask);
		}
		assertThat(this.endpoint.isAvailable()).isFalse();
		assertThatExceptionOfType(ModelUnavailable.class).isThrownBy(this::ask)
			.satisfies((ex) -> assertThat(ex.retryAfter()).isEqualTo(Duration.ofMillis(400)));
		assertThat(this.stub.calls()).isEqualTo(3);
		awaitAvailable();
		assertThatExceptionOfType(ModelUnavailable.class).isThrownBy(this::ask);
		assertThat(this.endpoint.isAvailable()).isFalse();
		awaitAvailable();
		assertThat(ask()).isInstanceOf(EndpointAnswer.Said.class);
		assertThat(this.endpoint.isAvailable()).isTrue();
	}

	private void awaitAvailable() throws InterruptedException {
		Instant limit = Instant.now().plus(10, ChronoUnit.SECONDS);
		while (!this.endpoint.isAvailable()) {
			assertThat(Instant.now()).isBefore(limit);
			Thread.sleep(20);
		}
	}

	@Test
	void doesNotBlameTheEndpointForAWrongKey() {
		this.endpoint.close();
		this.endpoint = endpoint("breaker.min-calls", "2", "breaker.window", "2");
		this.stub.alwaysAnswers(ModelStub.error(401, "invalid_api_key"));
		for (int i = 0; i < 4; i++) {
			assertThatExceptionOfType(ModelMisconfigured.class).isThrownBy(this::ask);
		}
		assertThat(this.endpoint.isAvailable()).isTrue();
	}

	@Test
	void asksNoMoreOftenThanItMay() {
		this.endpoint.close();
		this.endpoint = endpoint("requests-per-minute", "2");
		this.stub.alwaysAnswers(ModelStub.completion("{}"));
		ask();
		ask();
		assertThatExceptionOfType(ModelUnavailable.class).isThrownBy(this::ask)
			.withMessage("loci.extract.requests-per-minute is reached");
		assertThat(this.stub.calls()).isEqualTo(2);
		assertThat(this.endpoint.isAvailable()).isTrue();
	}

	@Test
	void asksNoMoreThanItMayAtOnce() throws Exception {
		this.endpoint.close();
		this.endpoint = endpoint("concurrency", "1");
		this.stub.alwaysAnswers(ModelStub.completion("{}").withFixedDelay(700));
		CompletableFuture<EndpointAnswer> first = CompletableFuture.supplyAsync(this::ask);
		while (this.stub.calls() == 0 && this.meters.find("loci.extract.calls").counter() == null) {
			Thread.sleep(5);
		}
		assertThatExceptionOfType(ModelUnavailable.class).isThrownBy(this::ask)
			.withMessage("loci.extract.concurrency is reached");
		assertThat(first.get(5, TimeUnit.SECONDS)).isInstanceOf(EndpointAnswer.Said.class);
		assertThat(this.stub.calls()).isEqualTo(1);
	}

	@Test
	void stopsWhenItIsInterrupted() {
		this.stub.alwaysAnswers(ModelStub.completion("{}").withFixedDelay(3_000));
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(ModelUnavailable.class).isThrownBy(this::ask);
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void writesNothingOfWhatWasSaidIntoTheLog(CapturedOutput output) {
		this.stub.says("secret answer")
			.answers(ModelStub.error(500, "secret code"))
			.answers(ModelStub.error(400, "secret_code"))
			.answers(ModelStub.error(401, "secret_code"))
			.answers(ModelStub.refusal())
			.answers(aResponse().withBody("{\"choices\":[]}"))
			.answers(aResponse().withBody("secret page"))
			.answers(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK))
			.alwaysAnswers(ModelStub.error(400, "secret_code"));
		EndpointQuestion question = new EndpointQuestion("secret rules", "secret words", "{\"type\":\"object\"}");
		for (int i = 0; i < 10; i++) {
			try {
				this.endpoint.ask(question);
			}
			catch (ModelUnavailable | ModelMisconfigured | ExtractionFailed ex) {
				assertThat(ex).hasMessageNotContainingAny("secret words", "secret rules", "sk-secret", "secret page")
					.hasNoCause();
			}
		}
		assertThat(output.getAll()).doesNotContain("secret words", "secret rules", "sk-secret", "secret page",
				"secret answer");
	}

	@Test
	void refusesToStartWithoutAnAddressOrAModel() {
		assertThatExceptionOfType(ModelMisconfigured.class)
			.isThrownBy(() -> new ModelEndpoint(ModelSettingsFor.bound(Map.of()), this.meters))
			.withMessageContaining("loci.extract.base-url");
		assertThatExceptionOfType(ModelMisconfigured.class)
			.isThrownBy(() -> new ModelEndpoint(ModelSettingsFor.at(URI.create("http://localhost/v1"), "model", ""),
					this.meters))
			.withMessageContaining("loci.extract.model");
	}

}
