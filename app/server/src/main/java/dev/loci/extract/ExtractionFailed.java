package dev.loci.extract;

/**
 * What was said could not be read: nothing is known of what it claims.
 */
public final class ExtractionFailed extends RuntimeException {

	public ExtractionFailed(String reason) {
		super(reason);
	}

	public ExtractionFailed(String reason, Throwable cause) {
		super(reason, cause);
	}

}
