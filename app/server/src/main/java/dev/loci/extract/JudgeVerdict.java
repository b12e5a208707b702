package dev.loci.extract;

/**
 * What a model thinks of a pair.
 *
 * @param reason written before the verdict, so that this follows from it
 */
public record JudgeVerdict(Verdict verdict, String reason) {

	static JudgeVerdict unsure(String reason) {
		return new JudgeVerdict(Verdict.UNSURE, reason);
	}

	/** What is to be done about it. */
	public enum Verdict {

		/** The same entity, or two facts that exclude each other. */
		SAME,

		/** Two entities, or facts that may stand side by side. */
		DIFFERENT,

		/** Nobody can tell from what is known: it stays open. */
		UNSURE

	}

}
