package dev.loci.extract;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * An endpoint that did not answer, or asked to be left alone.
 */
final class EndpointAway extends RuntimeException {

	private final transient @Nullable Duration retryAfter;

	private final Doubt doubt;

	EndpointAway(String reason, @Nullable Duration retryAfter) {
		this(reason, retryAfter, Doubt.NONE);
	}

	private EndpointAway(String reason, @Nullable Duration retryAfter, Doubt doubt) {
		super(reason);
		this.retryAfter = retryAfter;
		this.doubt = doubt;
	}

	/** One that broke on the way to an answer, perhaps on this question. */
	static EndpointAway broken(String reason) {
		return new EndpointAway(reason, null, Doubt.BROKEN);
	}

	/** One that found no answer in time, perhaps to no more than this question. */
	static EndpointAway late(String reason) {
		return new EndpointAway(reason, null, Doubt.LATE);
	}

	/** How long it asked to be left alone, if it did. */
	@Nullable Duration retryAfter() {
		return this.retryAfter;
	}

	/** Whether it may be for the question, and others would be answered. */
	boolean mayBeTheQuestion() {
		return this.doubt != Doubt.NONE;
	}

	/**
	 * Whether all the time was taken that there was: a second try would take it again.
	 */
	boolean isLate() {
		return this.doubt == Doubt.LATE;
	}

	private enum Doubt {

		NONE, BROKEN, LATE

	}

}
