package dev.loci.extract;

/**
 * A response of which no chat completion can be made.
 */
final class EndpointNonsense extends RuntimeException {

	/**
	 * Says what it is like.
	 * @param flaw completes the sentence "the answer …"
	 */
	EndpointNonsense(String flaw) {
		super(flaw);
	}

}
