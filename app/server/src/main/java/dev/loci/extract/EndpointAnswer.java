package dev.loci.extract;

import dev.loci.extract.Extraction.Usage;

/**
 * What came back from an endpoint that was reached.
 */
sealed interface EndpointAnswer {

	/** What it cost. */
	Usage usage();

	/** The model said something. */
	record Said(String text, Usage usage) implements EndpointAnswer {
	}

	/**
	 * There is nothing in it to be read.
	 *
	 * @param flaw completes the sentence "the answer …"
	 */
	record Flawed(String flaw, Usage usage) implements EndpointAnswer {
	}

}
