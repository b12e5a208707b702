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

	/**
	 * Reads messages that belong together.
	 * @throws ExtractionFailed if they could not be read, and should be tried again
	 */
	Extraction extract(Excerpt excerpt);

}
