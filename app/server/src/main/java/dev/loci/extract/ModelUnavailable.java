package dev.loci.extract;

import java.time.Duration;

/**
 * The model cannot be asked now: nothing is wrong with what was to be read, so it waits,
 * and no attempt is lost.
 */
public final class ModelUnavailable extends RuntimeException {

	private final Duration retryAfter;

	public ModelUnavailable(String reason, Duration retryAfter) {
		super(reason);
		this.retryAfter = retryAfter;
	}

	/** How long to wait before it makes sense to ask again. */
	public Duration retryAfter() {
		return this.retryAfter;
	}

}
