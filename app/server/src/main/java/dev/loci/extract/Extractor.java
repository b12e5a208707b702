package dev.loci.extract;

/**
 * Reads what was said, and tells what it claims.
 */
public interface Extractor {

	/**
	 * Reads messages that belong together.
	 * @throws ExtractionFailed if they could not be read, and should be tried again
	 */
	Extraction extract(Excerpt excerpt);

}
