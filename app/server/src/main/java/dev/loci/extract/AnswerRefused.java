package dev.loci.extract;

/**
 * One item of an answer that cannot be taken; the others can.
 */
final class AnswerRefused extends RuntimeException {

	AnswerRefused(String reason) {
		super(reason);
	}

}
