package dev.loci.extract;

import dev.loci.extract.Extraction.Usage;

/**
 * The model will not answer until somebody changes a setting: the message says which.
 */
public final class ModelMisconfigured extends RuntimeException {

	private final Usage usage;

	public ModelMisconfigured(String reason) {
		this(reason, Usage.NONE);
	}

	private ModelMisconfigured(String reason, Usage usage) {
		super(reason);
		this.usage = usage;
	}

	/** The same, after something that went well. */
	ModelMisconfigured after(Usage before) {
		return new ModelMisconfigured(String.valueOf(getMessage()), before.and(this.usage));
	}

	/** What it cost to find that out, and what went before. */
	public Usage usage() {
		return this.usage;
	}

}
