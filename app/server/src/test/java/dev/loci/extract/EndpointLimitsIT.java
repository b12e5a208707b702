package dev.loci.extract;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.loci.extract.Extraction.Usage;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An endpoint is asked no more than it can bear, and left alone when it fails.
 */
@Timeout(30)
class EndpointLimitsIT {

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
	void isLeftAloneByAllWhenItAsksOne() {
		this.stub.answers(ModelStub.error(429, "busy").withHeader("Retry-After", "120")).says("{}");
		assertThatExceptionOfType(ModelUnavailable.class).isThrownBy(this::ask);
		assertThatExceptionOfType(ModelUnavailable.class).isThrownBy(this::ask)
			.satisfies((ex) -> assertThat(ex.retryAfter()).isBetween(Duration.ofSeconds(60), Duration.ofMinutes(2)))
			.withMessage("the model's endpoint has asked to be left alone");
		assertThat(this.stub.calls()).isEqualTo(1);
		assertThat(this.endpoint.isAvailable()).as("for its failures").isTrue();
	}

	@Test
	void isAskedAgainAfterTheTimeThatItAskedFor() throws InterruptedException {
		this.stub.answers(ModelStub.error(429, "busy").withHeader("Retry-After", "1")).says("{}");
		assertThatExceptionOfType(ModelUnavailable.class).isThrownBy(this::ask);
		Thread.sleep(1_100);
		assertThat(ask()).isInstanceOf(EndpointAnswer.Said.class);
	}

	/**
	 * A rate limit is never the fault of what was asked, though an easy question may get
	 * through.
	 */
	@Test
	void waitsForAnEndpointThatAllowsNoMoreForNow() {
		this.endpoint.close();
		this.endpoint = endpoint("attempts", "1", "max-wait", "7s");
		this.stub.answersAbout("what is claimed?", ModelStub.error(429, "rate_limit_exceeded"))
			.alwaysAnswers(ModelStub.completion("{}"));
		assertThatExceptionOfType(ModelUnavailable.class).isThrownBy(this::ask)
			.withMessage("the model's endpoint answers 429 rate_limit_exceeded")
			.satisfies((ex) -> assertThat(ex.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
		assertThat(this.stub.calls()).as("nothing but the question").isEqualTo(1);
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

	/** As a model on a small machine is. */
	@Test
	void leavesNoEndpointAloneForBeingSlow() {
		CircuitBreaker breaker = CircuitBreaker.of("slow",
				EndpointGuard.breaker(ModelSettingsFor.stub(this.stub, "timeout", "180s").breaker()));
		for (int i = 0; i < 20; i++) {
			breaker.onSuccess(170, TimeUnit.SECONDS);
		}
		assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
	}

	private void assertAwayWithin(Duration limit, String reason) {
		Instant before = Instant.now();
		assertThatExceptionOfType(ModelUnavailable.class).isThrownBy(this::ask).withMessageContaining(reason);
		assertThat(Duration.between(before, Instant.now())).isLessThan(limit);
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
				"400ms", "trial-holds", "1m");
		this.stub.alwaysAnswers(ModelStub.error(503, "broken"));
		for (int i = 0; i < 3; i++) {
			assertThat(this.endpoint.isAvailable()).isTrue();
			assertThatExceptionOfType(ModelUnavailable.class).isThrownBy(this::ask);
		}
		assertThat(this.endpoint.isAvailable()).isFalse();
		assertThatExceptionOfType(ModelUnavailable.class).isThrownBy(this::ask)
			.satisfies((ex) -> assertThat(ex.retryAfter()).isEqualTo(Duration.ofMillis(400)));
		assertThat(this.stub.calls()).as("three and an easy one").isEqualTo(4);
		awaitAvailable();
		assertThatExceptionOfType(ModelUnavailable.class).isThrownBy(this::ask);
		assertThat(this.endpoint.isAvailable()).isFalse();
		this.stub.reset();
		this.stub.says("{}");
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

}
