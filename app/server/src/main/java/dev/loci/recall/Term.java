package dev.loci.recall;

/**
 * What else speaks for a memory or against it, as it is called in JSON.
 */
public enum Term {

	/** It was said by whom the question names. */
	speaker,
	/** Others of its session have words of the question. */
	session,
	/** It follows a question like this one. */
	answers,
	/** It is a question itself. */
	asks,
	/** It tells a time, and that is asked. */
	when,
	/** It says more than a word or two. */
	length,
	/** It is new. */
	recency,
	/** How certain it is. */
	confidence,
	/** What kind of memory it is. */
	kind,
	/** It goes with the message that tells it, and that was found better. */
	message,
	/** It has ended, and something else holds now. */
	ended,
	/**
	 * It is of another time than is asked about, and something else held then in its
	 * place.
	 */
	otherTime,
	/** What the cross-encoder says of it takes the place of all that is above. */
	rerank,
	/** It is like one that comes before it, and that is not wanted. */
	diversity,
	/** It has helped before, or has not. */
	use

}
