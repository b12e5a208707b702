package dev.loci.extract;

/**
 * An answer that is not what was asked for, so that nothing in it can be trusted.
 */
final class AnswerUnreadable extends RuntimeException {

	/**
	 * Says what is wrong, without a word of the answer: the model is told.
	 * @param flaw completes the sentence "the answer …"
	 */
	AnswerUnreadable(String flaw) {
		super(flaw);
	}

}
