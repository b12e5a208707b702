package dev.loci.extract;

/**
 * How a verb is said.
 *
 * @param tense of its first form
 * @param going "I am moving": under way, or planned
 * @param perfect "I have moved"
 * @param denied with "not" or "never"
 * @param aspect what is said of its course
 */
record Manner(Tense tense, boolean going, boolean perfect, boolean denied, Aspect aspect) {

	/** What part of a state a verb tells of. */
	enum Aspect {

		/** It lasts. */
		STATE,
		/** It begins, and goes on if nothing else is said: "moved to". */
		START,
		/** It was so and is not any more: "used to". */
		PAST,
		/** It ends: "no longer", "stopped". */
		END

	}

	/** "I quit next Friday": what may be the past is not, where it lies ahead. */
	Manner scheduled() {
		return new Manner(this.perfect ? this.tense : Tense.PRESENT, this.going, this.perfect, this.denied,
				this.aspect);
	}

	Manner ended() {
		return new Manner(this.tense, this.going, this.perfect, false, Aspect.END);
	}

}
