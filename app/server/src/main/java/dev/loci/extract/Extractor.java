package dev.loci.extract;

/**
 * Reads what was said, and tells what it claims.
 */
public interface Extractor {

	/**
	 * Reads messages that belong together.
	 * @throws ExtractionFailed if they could not be read, and should be tried again
	 * @throws ModelUnavailable if there is nobody to read them now, which is no attempt
	 * @throws ModelMisconfigured if nobody will read them until a setting is changed
	 */
	Extraction extract(Excerpt excerpt);

	/** How many consecutive messages it wants to read together, at most. */
	default int atOnce() {
		return 1;
	}

}
