package dev.loci.memory;

import java.time.Duration;

/**
 * So much is waiting to be worked on that nothing more is taken for a while.
 */
public final class BacklogFull extends MemoryException {

	private final Duration retryAfter;

	public BacklogFull(long waiting, Duration retryAfter) {
		super(waiting + " requests are waiting to be worked on");
		this.retryAfter = retryAfter;
	}

	/** When there may be room again. */
	public Duration retryAfter() {
		return this.retryAfter;
	}

}
