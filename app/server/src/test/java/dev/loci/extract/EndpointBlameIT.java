package dev.loci.extract;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.loci.extract.Extraction.Usage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A question that an endpoint cannot bear fails by itself; where the endpoint bears none,
 * all wait for it.
 */
@Timeout(30)
class EndpointBlameIT {

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

	/** The question or the endpoint: an easier question tells. */
	@ParameterizedTest
	@ValueSource(ints = { 408, 500, 502, 503, 504 })
	void failsOnAQuestionThatTheEndpointCannotBear(int status) {
		this.endpoint.close();
		this.endpoint = endpoint("attempts", "1", "breaker.min-calls", "2", "breaker.window", "2");
		this.stub.answersAbout("what is claimed?", ModelStub.error(status, "broken"))
			.alwaysAnswers(ModelStub.completion("{}"));
		for (int i = 0; i < 4; i++) {
			assertThatExceptionOfType(ExtractionFailed.class).isThrownBy(this::ask)
				.withMessage("the model's endpoint answers " + status + " broken, while it answers others")
				.satisfies((ex) -> assertThat(ex.usage().calls()).isEqualTo(2));
			assertThat(this.endpoint.isAvailable()).isTrue();
		}
		assertThat(this.endpoint.ask(new EndpointQuestion("rules", "what else?", "{}")))
			.isInstanceOf(EndpointAnswer.Said.class);
	}

	/** Else it would be asked for ever. */
	@Test
	void failsOnAQuestionAfterWhichTheEndpointWantsNoPause() {
		this.endpoint.close();
		this.endpoint = endpoint("attempts", "2");
		this.stub.answersAbout("what is claimed?", ModelStub.error(503, "broken").withHeader("Retry-After", "0"))
			.alwaysAnswers(ModelStub.completion("{}"));
		assertThatExceptionOfType(ExtractionFailed.class).isThrownBy(this::ask)
			.withMessage("the model's endpoint answers 503 broken, while it answers others")
			.satisfies((ex) -> assertThat(ex.usage().calls()).isEqualTo(3));
	}

	@Test
	void waitsAMomentWhereTheEndpointIsBusyAndWantsNoPause() {
		this.endpoint.close();
		this.endpoint = endpoint("attempts", "1");
		this.stub.alwaysAnswers(ModelStub.error(429, "busy").withHeader("Retry-After", "0"));
		assertThatExceptionOfType(ModelUnavailable.class).isThrownBy(this::ask)
			.satisfies((ex) -> assertThat(ex.retryAfter()).isPositive());
	}

	@Test
	void failsOnAQuestionThatIsMoreThanAMinuteAllows() {
		this.endpoint.close();
		this.endpoint = endpoint("attempts", "1");
		this.stub
			.answersAbout("what is claimed?",
					ModelStub.error(429, "rate_limit_exceeded", "Request too large for stub on tokens per min"))
			.alwaysAnswers(ModelStub.completion("{}"));
		assertThatExceptionOfType(ExtractionFailed.class).isThrownBy(this::ask)
			.withMessageContaining("429 rate_limit_exceeded");
		assertThat(this.endpoint.isAvailable()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "MALFORMED_RESPONSE_CHUNK", "EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER",
			"RANDOM_DATA_THEN_CLOSE" })
	void failsOnAQuestionAtWhichTheEndpointAlwaysBreaksOff(Fault fault) {
		this.endpoint.close();
		this.endpoint = endpoint("attempts", "1");
		this.stub.answersAbout("what is claimed?", aResponse().withFault(fault))
			.alwaysAnswers(ModelStub.completion("{}"));
		assertThatExceptionOfType(ExtractionFailed.class).isThrownBy(this::ask)
			.withMessageEndingWith(", while it answers others");
	}

	/** As one that looks into what it is sent. */
	@ParameterizedTest
	@ValueSource(ints = { 401, 403, 404 })
	void failsOnAQuestionThatIsTurnedAwayAlone(int status) {
		this.stub.answersAbout("what is claimed?", ModelStub.error(status, "blocked"))
			.alwaysAnswers(ModelStub.completion("{}"));
		assertThatExceptionOfType(ExtractionFailed.class).isThrownBy(this::ask)
			.withMessageContaining("answers " + status)
			.withMessageEndingWith(", while it answers others")
			.satisfies((ex) -> assertThat(ex.usage())
				.isEqualTo(new Usage(2, ModelStub.PROMPT_TOKENS, ModelStub.COMPLETION_TOKENS)));
		assertThat(this.endpoint.isAvailable()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "400,3", "402,2", "413,2", "422,3" })
	void failsOnNoQuestionWhereTheEndpointRefusesThemAll(int status, int calls) {
		this.stub.alwaysAnswers(ModelStub.error(status, "insufficient_quota"));
		assertThatExceptionOfType(ModelMisconfigured.class).isThrownBy(this::ask)
			.withMessageContaining(status + " insufficient_quota")
			.withMessageContaining("so it does any other")
			.withNoCause()
			.satisfies((ex) -> assertThat(ex.usage().calls()).isEqualTo(calls));
		assertThat(this.endpoint.isAvailable()).isFalse();
	}

	@Test
	void waitsWhereNobodyCanTellWhetherTheQuestionIsRefusedAlone() {
		this.stub.answersAbout("what is claimed?", ModelStub.error(402, "insufficient_quota"))
			.alwaysAnswers(ModelStub.error(503, "overloaded"));
		assertThatExceptionOfType(ModelUnavailable.class).isThrownBy(this::ask)
			.withMessageContaining("402 insufficient_quota");
	}

	@Test
	void asksOneEasyQuestionForAllWhoFailAtOnce() {
		this.endpoint.close();
		this.endpoint = endpoint("attempts", "1", "trial-holds", "1m", "concurrency", "8", "max-wait", "5s",
				"breaker.min-calls", "100", "breaker.window", "100");
		this.stub.answersAbout("what is claimed?", ModelStub.error(503, "broken"))
			.alwaysAnswers(ModelStub.completion("{}").withFixedDelay(300));
		List<CompletableFuture<EndpointAnswer>> storm = Stream.generate(() -> CompletableFuture.supplyAsync(this::ask))
			.limit(8)
			.toList();
		assertThat(storm).allSatisfy((each) -> assertThat(each).failsWithin(Duration.ofSeconds(10))
			.withThrowableOfType(ExecutionException.class)
			.withCauseInstanceOf(ExtractionFailed.class));
		assertThat(this.stub.calls()).isEqualTo(storm.size() + 1);
		assertThatExceptionOfType(ExtractionFailed.class).isThrownBy(this::ask)
			.satisfies((ex) -> assertThat(ex.usage().calls()).as("nothing but the question").isEqualTo(1));
	}

	@Test
	void blamesTheQuestionThatHasOpenedTheBreakerItself() {
		this.endpoint.close();
		this.endpoint = endpoint("attempts", "3", "breaker.min-calls", "2", "breaker.window", "2");
		this.stub.answersAbout("what is claimed?", ModelStub.error(503, "broken"))
			.alwaysAnswers(ModelStub.completion("{}"));
		assertThatExceptionOfType(ExtractionFailed.class).isThrownBy(this::ask);
		assertThat(this.endpoint.isAvailable()).isTrue();
	}

	@Test
	void asksOnceOnlyWhatTakesAllTheTime() {
		this.endpoint.close();
		this.endpoint = endpoint("timeout", "300ms", "attempts", "3");
		this.stub.answersAbout("what is claimed?", ModelStub.completion("{}").withFixedDelay(3_000))
			.alwaysAnswers(ModelStub.completion("{}"));
		assertThatExceptionOfType(ExtractionFailed.class).isThrownBy(this::ask)
			.withMessageContaining("did not answer within 300 ms")
			.satisfies((ex) -> assertThat(ex.usage().calls()).isEqualTo(2));
	}

	@Test
	void waitsForAnEndpointThatBreaksOnEverything() {
		this.endpoint.close();
		this.endpoint = endpoint("attempts", "1", "breaker.min-calls", "2", "breaker.window", "2");
		this.stub.alwaysAnswers(ModelStub.error(500, "broken"));
		for (int i = 0; i < 3; i++) {
			assertThatExceptionOfType(ModelUnavailable.class).isThrownBy(this::ask);
		}
		assertThat(this.endpoint.isAvailable()).isFalse();
	}

	@Test
	void doesNotBlameTheEndpointForAWrongKey() {
		this.endpoint.close();
		this.endpoint = endpoint("breaker.min-calls", "2", "breaker.window", "2");
		this.stub.alwaysAnswers(ModelStub.error(401, "invalid_api_key"));
		for (int i = 0; i < 4; i++) {
			assertThatExceptionOfType(ModelMisconfigured.class).isThrownBy(this::ask);
		}
		assertThat(this.stub.calls()).as("asked each time, with an easy one, and not left alone").isEqualTo(8);
	}

}
