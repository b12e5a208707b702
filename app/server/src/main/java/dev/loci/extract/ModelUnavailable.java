package dev.loci.extract;

import java.time.Duration;

import dev.loci.extract.Extraction.Usage;

/**
 * The model cannot be asked now: nothing is wrong with what was to be read, so it waits,
 * and no attempt is lost.
 */
public final class ModelUnavailable extends RuntimeException {

	private final Duration retryAfter;

	private final Usage usage;

	public ModelUnavailable(String reason, Duration retryAfter) {
		this(reason, retryAfter, Usage.NONE);
	}

	private ModelUnavailable(String reason, Duration retryAfter, Usage usage) {
		super(reason);
		this.retryAfter = retryAfter;
		this.usage = usage;
	}

	/** The same, after something that went well. */
	ModelUnavailable after(Usage before) {
		return new ModelUnavailable(String.valueOf(getMessage()), this.retryAfter, before.and(this.usage));
	}

	/** How long to wait before it makes sense to ask again. */
	public Duration retryAfter() {
		return this.retryAfter;
	}

	/** What it cost to find that out, and what went before. */
	public Usage usage() {
		return this.usage;
	}

}
