package dev.loci.extract;

/**
 * Two of which it is doubtful what they are to each other.
 *
 * @param one described so that somebody can tell who knows nothing else: name, type and
 * what is known of it, or the sentence of a fact with its dates
 */
public record JudgePair(Kind kind, String one, String other) {

	/** What is doubtful. */
	public enum Kind {

		/** Whether two entities are the same one. */
		ENTITIES("are both the same one"),

		/** Whether two facts speak of the same matter, so that they cannot both hold. */
		FACTS("do both speak of the same matter, so that they cannot hold at the same time");

		private final String question;

		Kind(String question) {
			this.question = question;
		}

		String question() {
			return this.question;
		}

	}

}
