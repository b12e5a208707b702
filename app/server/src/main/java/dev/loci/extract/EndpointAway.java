package dev.loci.extract;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * An endpoint that did not answer, or asked to be left alone.
 */
final class EndpointAway extends RuntimeException {

	private final transient @Nullable Duration retryAfter;

	private final boolean late;

	private final boolean busy;

	EndpointAway(String reason, @Nullable Duration retryAfter) {
		this(reason, retryAfter, false, false);
	}

	private EndpointAway(String reason, @Nullable Duration retryAfter, boolean late, boolean busy) {
		super(reason);
		this.retryAfter = retryAfter;
		this.late = late;
		this.busy = busy;
	}

	/** One that found no answer in time. */
	static EndpointAway late(String reason) {
		return new EndpointAway(reason, null, true, false);
	}

	/** One that was asked more than it allows. */
	static EndpointAway busy(String reason, @Nullable Duration retryAfter) {
		return new EndpointAway(reason, retryAfter, false, true);
	}

	/**
	 * How long it asked to be left alone, if it did. If not, it may be for the question,
	 * and others would be answered.
	 */
	@Nullable Duration retryAfter() {
		return this.retryAfter;
	}

	/**
	 * Whether all the time was taken that there was: a second try would take it again.
	 */
	boolean isLate() {
		return this.late;
	}

	/**
	 * Whether it counts what it is asked: that is never the fault of the question, though
	 * a shorter one may still get through.
	 */
	boolean isBusy() {
		return this.busy;
	}

}
