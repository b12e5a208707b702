package dev.loci.extract;

import dev.loci.extract.Extraction.Usage;

/**
 * What was said could not be read: nothing is known of what it claims.
 */
public final class ExtractionFailed extends RuntimeException {

	private final Usage usage;

	public ExtractionFailed(String reason, Usage usage) {
		super(reason);
		this.usage = usage;
	}

	public ExtractionFailed(String reason) {
		this(reason, Usage.NONE);
	}

	public ExtractionFailed(String reason, Throwable cause) {
		super(reason, cause);
		this.usage = Usage.NONE;
	}

	/** The same, after something that went well. */
	ExtractionFailed after(Usage before) {
		return new ExtractionFailed(String.valueOf(getMessage()), before.and(this.usage));
	}

	/** What it cost all the same. */
	public Usage usage() {
		return this.usage;
	}

}
