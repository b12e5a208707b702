package dev.loci.memory;

/**
 * Which states of a predicate exclude each other.
 */
public sealed interface Slot {

	/** One object at a time for a subject: a move to Berlin ends Paris. */
	record OfSubject() implements Slot {
	}

	/**
	 * One predicate of the group at a time for a subject and an object: who dislikes
	 * coffee no longer likes it.
	 */
	record OfPair(String group) implements Slot {
	}

	/** Any number side by side. */
	record Open() implements Slot {
	}

}
