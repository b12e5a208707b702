package dev.loci.extract;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import dev.loci.extract.Extraction.Usage;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * The model that is configured, asked by all who need one: they share its rate, its
 * breaker and what was learned of it.
 */
final class ModelEndpoint implements AutoCloseable {

	/** What any model answers at once. */
	private static final EndpointQuestion EASY = new EndpointQuestion("Answer with {} and nothing else.", "{}", "{}");

	private static final Duration LEAST = Duration.ofSeconds(1);

	/** How many questions go without a schema before one is tried with it again. */
	private static final int IN_WORDS = 100;

	private final String model;

	private final EndpointClient client;

	private final EndpointGuard guard;

	private final EndpointTrial trial;

	private final Duration maxWait;

	private final MeterRegistry meters;

	/**
	 * How many questions go without a schema, since the endpoint did not know what that
	 * is; or it may have been one stray refusal.
	 */
	private final AtomicInteger inWords = new AtomicInteger();

	/** It will not answer until somebody changes a setting. */
	private volatile boolean misconfigured;

	ModelEndpoint(ModelSettings settings, MeterRegistry meters) {
		this.model = Objects.requireNonNullElse(settings.model(), "");
		this.client = new EndpointClient(settings, Clock.systemUTC());
		this.guard = new EndpointGuard(settings, meters);
		this.trial = new EndpointTrial(settings.maxWait(), settings.trialHolds());
		this.maxWait = settings.maxWait();
		this.meters = meters;
	}

	/** As the endpoint calls it. */
	String model() {
		return this.model;
	}

	/**
	 * Asks the model.
	 * @throws ModelUnavailable if it cannot be asked now
	 * @throws ModelMisconfigured if it cannot be asked like this at all
	 * @throws ExtractionFailed if it does not take this question
	 */
	EndpointAnswer ask(EndpointQuestion question) {
		EndpointBill bill = new EndpointBill();
		try {
			EndpointAnswer answer = answer(question, bill);
			this.misconfigured = false;
			return counted(answer, bill.total());
		}
		catch (ModelMisconfigured ex) {
			this.misconfigured = true;
			throw ex.after(bill.total());
		}
		catch (EndpointRefusal ex) {
			this.misconfigured = false;
			throw new ExtractionFailed(String.valueOf(ex.getMessage()), bill.total());
		}
		catch (ModelUnavailable ex) {
			throw ex.after(bill.total());
		}
	}

	private void count(String kind, long tokens) {
		this.meters.counter("loci.extract.tokens", "kind", kind).increment((double) tokens);
	}

	/**
	 * Whether the endpoint is asked, and not left alone for its failures, and did not
	 * turn away who asked last for a setting.
	 */
	boolean isAvailable() {
		return this.guard.isAvailable() && !this.misconfigured;
	}

	private EndpointAnswer answer(EndpointQuestion question, EndpointBill bill) {
		try {
			return (this.inWords.getAndUpdate((left) -> Math.max(0, left - 1)) > 0) ? guarded(question, true, bill)
					: heldToSchema(question, bill);
		}
		catch (EndpointAway ex) {
			Duration pause = pause(ex);
			throw pause.isPositive() ? new ModelUnavailable(String.valueOf(ex.getMessage()), pause) : blamed(ex, bill);
		}
		catch (EndpointRefusal | ModelMisconfigured ex) {
			throw blamed(ex, bill);
		}
	}

	/**
	 * How long it wants to be left alone. Who wants none, and has failed time and again,
	 * has not said that it is not the question.
	 */
	private Duration pause(EndpointAway away) {
		Duration asked = away.retryAfter();
		if (away.isBusy()) {
			return (asked == null) ? this.maxWait : (asked.compareTo(LEAST) < 0) ? LEAST : asked;
		}
		return (asked != null) ? asked : Duration.ZERO;
	}

	private EndpointAnswer heldToSchema(EndpointQuestion question, EndpointBill bill) {
		try {
			return guarded(question, false, bill);
		}
		catch (EndpointRefusal ex) {
			if (!ex.isOfForm()) {
				throw ex;
			}
			EndpointAnswer answer = guarded(question, true, bill);
			this.inWords.set(IN_WORDS);
			return answer;
		}
	}

	/**
	 * Tells who is to blame for a failure: the question, which fails then and holds up no
	 * other, or the endpoint, for which all wait.
	 */
	private RuntimeException blamed(RuntimeException failure, EndpointBill bill) {
		String reason = String.valueOf(failure.getMessage());
		EndpointTrial.Verdict verdict = this.trial.verdict(() -> this.guard.callOnce(() -> sent(EASY, true, bill)));
		return switch (verdict.state()) {
			case ANSWERS -> {
				this.guard.forgive();
				yield (failure instanceof EndpointRefusal) ? failure
						: new EndpointRefusal(500, reason + ", while it answers others");
			}
			case REFUSES ->
				(failure instanceof ModelMisconfigured) ? failure : new ModelMisconfigured(verdict.reason());
			case AWAY, UNKNOWN ->
				(failure instanceof ModelMisconfigured) ? failure : new ModelUnavailable(reason, this.maxWait);
		};
	}

	private EndpointAnswer guarded(EndpointQuestion question, boolean asPlain, EndpointBill bill) {
		return this.guard.call(() -> sent(question, asPlain, bill));
	}

	private EndpointAnswer sent(EndpointQuestion question, boolean asPlain, EndpointBill bill) {
		bill.add(new Usage(1, 0, 0));
		this.meters.counter("loci.extract.calls").increment();
		EndpointAnswer answer = this.client.ask(question, asPlain);
		bill.add(answer.usage());
		count("prompt", answer.usage().promptTokens());
		count("completion", answer.usage().completionTokens());
		return answer;
	}

	private static EndpointAnswer counted(EndpointAnswer answer, Usage usage) {
		return switch (answer) {
			case EndpointAnswer.Said said -> new EndpointAnswer.Said(said.text(), usage);
			case EndpointAnswer.Flawed flawed -> new EndpointAnswer.Flawed(flawed.flaw(), usage);
		};
	}

	@Override
	public void close() {
		this.guard.close();
		this.client.close();
	}

}
