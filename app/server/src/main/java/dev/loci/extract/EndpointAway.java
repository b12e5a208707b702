package dev.loci.extract;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * An endpoint that did not answer, or asked to be left alone.
 */
final class EndpointAway extends RuntimeException {

	private final transient @Nullable Duration retryAfter;

	EndpointAway(String reason, @Nullable Duration retryAfter) {
		super(reason);
		this.retryAfter = retryAfter;
	}

	/** How long it asked to be left alone, if it did. */
	@Nullable Duration retryAfter() {
		return this.retryAfter;
	}

}
