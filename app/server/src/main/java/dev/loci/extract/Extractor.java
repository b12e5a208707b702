package dev.loci.extract;

import dev.loci.memory.Episode;

/**
 * Reads what was said, and tells what it claims.
 */
public interface Extractor {

	/** What it is called where its work is told. */
	String name();

	/** Whether it can read what comes in this form. */
	boolean reads(Episode.Kind kind);

	/** How many consecutive messages it wants to read together, at most. */
	int atOnce();

	/** Whether to read is so dear that it should get as many as it wants. */
	boolean isDear();

	/**
	 * Reads messages that belong together.
	 * @throws ExtractionFailed if they could not be read, and should be tried again
	 * @throws ModelUnavailable if there is nobody to read them now, which is no attempt
	 * @throws ModelMisconfigured if nobody will read them until a setting is changed
	 */
	Extraction extract(Excerpt excerpt);

}
