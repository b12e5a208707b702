package dev.loci.extract;

import java.time.Clock;
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

	/** How many questions go without a schema before one is tried with it again. */
	private static final int IN_WORDS = 100;

	private final String model;

	private final EndpointClient client;

	private final EndpointGuard guard;

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
		AtomicInteger calls = new AtomicInteger();
		EndpointAnswer answer = counted(answer(question, calls), calls.get());
		this.misconfigured = false;
		count("prompt", answer.usage().promptTokens());
		count("completion", answer.usage().completionTokens());
		return answer;
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

	private EndpointAnswer answer(EndpointQuestion question, AtomicInteger calls) {
		try {
			return (this.inWords.getAndUpdate((left) -> Math.max(0, left - 1)) > 0) ? guarded(question, true, calls)
					: heldToSchema(question, calls);
		}
		catch (ModelMisconfigured ex) {
			this.misconfigured = true;
			throw ex;
		}
		catch (EndpointRefusal ex) {
			throw new ExtractionFailed(String.valueOf(ex.getMessage()), new Usage(calls.get(), 0, 0));
		}
		catch (ModelUnavailable ex) {
			throw ex.after(new Usage(calls.get(), 0, 0));
		}
	}

	private EndpointAnswer heldToSchema(EndpointQuestion question, AtomicInteger calls) {
		try {
			return guarded(question, false, calls);
		}
		catch (EndpointRefusal ex) {
			if (!ex.isOfForm()) {
				throw ex;
			}
			EndpointAnswer answer = guarded(question, true, calls);
			this.inWords.set(IN_WORDS);
			return answer;
		}
	}

	private EndpointAnswer guarded(EndpointQuestion question, boolean asPlain, AtomicInteger calls) {
		return this.guard.call(() -> sent(question, asPlain, calls), () -> sent(EASY, true, calls));
	}

	private EndpointAnswer sent(EndpointQuestion question, boolean asPlain, AtomicInteger calls) {
		calls.incrementAndGet();
		this.meters.counter("loci.extract.calls").increment();
		return this.client.ask(question, asPlain);
	}

	private static EndpointAnswer counted(EndpointAnswer answer, int calls) {
		Usage usage = answer.usage().and(new Usage(calls, 0, 0));
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
