package dev.loci.extract;

import java.net.URI;
import java.time.Duration;

import dev.loci.memory.StartRefused;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which model reads what was said, and how much may be asked of it.
 *
 * @param baseUrl of an endpoint that speaks OpenAI's language, up to and with its
 * version: {@code http://localhost:11434/v1}
 * @param apiKey sent as bearer token; none is sent, if absent
 * @param model as the endpoint calls it
 * @param temperature as the endpoint understands it; its own choice, if absent, since
 * some models refuse any other
 * @param maxCompletionTokens how long an answer may become
 * @param maxAnswerBytes how much of a response is read before it is given up
 * @param batchMessages how many consecutive messages are read in one call, at most
 * @param batchCharacters how many characters they have together, at most: what is longer
 * is read in several calls
 * @param connectTimeout how long a connection may take
 * @param timeout how long a call may take from beginning to end
 * @param attempts how often a call is tried while the endpoint is away
 * @param backoff how long the first repetition waits, give or take half of it; each
 * further one waits twice as long
 * @param maxWait how long a call waits at most for its turn or for the endpoint: what
 * takes longer is given back, so that the job waits and no thread does
 * @param requestsPerMinute sent by this process, at most
 * @param concurrency how many calls run side by side, at most
 * @param trialHolds how long it is believed what an easy question has shown, which is
 * asked where one fails: whether the endpoint fails on all of them
 * @param breaker when the endpoint is left alone
 */
@ConfigurationProperties("loci.extract")
record ModelSettings(@Nullable URI baseUrl, @Nullable String apiKey, @Nullable String model,
		@Nullable Double temperature, @DefaultValue("8000") int maxCompletionTokens,
		@DefaultValue("1048576") int maxAnswerBytes, @DefaultValue("10") int batchMessages,
		@DefaultValue("12000") int batchCharacters, @DefaultValue("5s") Duration connectTimeout,
		@DefaultValue("60s") Duration timeout, @DefaultValue("3") int attempts, @DefaultValue("500ms") Duration backoff,
		@DefaultValue("10s") Duration maxWait, @DefaultValue("300") int requestsPerMinute,
		@DefaultValue("4") int concurrency, @DefaultValue("2s") Duration trialHolds, @DefaultValue Breaker breaker) {

	/**
	 * When the endpoint is left alone, so that it recovers and nobody waits for it in
	 * vain.
	 *
	 * @param window over how many of the last calls failures are counted
	 * @param minCalls how many calls there must be before they say something
	 * @param failureRate from how many failures in a hundred on
	 * @param pause for how long
	 * @param trials how many calls are let through afterwards, to see whether it is back
	 */
	record Breaker(@DefaultValue("10") int window, @DefaultValue("5") int minCalls,
			@DefaultValue("50") float failureRate, @DefaultValue("30s") Duration pause, @DefaultValue("1") int trials) {
	}

	/** Whether there is a model to ask. */
	boolean isConfigured() {
		return this.baseUrl != null;
	}

	/** Says what is missing, if something is. */
	ModelSettings checked() {
		if (this.baseUrl == null) {
			throw new StartRefused("A model shall read, and there is no address of one.",
					"Set loci.extract.base-url, or let loci.extract.mode be auto, local or off.");
		}
		if (this.model == null || this.model.isBlank()) {
			throw new StartRefused("There is the address of a model, and no name of one.",
					"Set loci.extract.model to what the endpoint calls it.");
		}
		return this;
	}

	/** All but the key. */
	@Override
	public String toString() {
		return "ModelSettings[baseUrl=" + this.baseUrl + ", apiKey=" + ((this.apiKey != null) ? "***" : "none")
				+ ", model=" + this.model + "]";
	}

}
