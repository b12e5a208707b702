package dev.loci.memory;

import java.util.regex.Pattern;

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

		private static final Pattern GROUP = Pattern.compile("[a-z][a-z0-9_-]{0,62}");

		public OfPair {
			// In the graph it stands where names of predicates do, which are written
			// large.
			if (!GROUP.matcher(group).matches()) {
				throw new InvalidInput("group", "must be small letters, digits, _ and -, and begin with a letter");
			}
		}

	}

	/** Any number side by side. */
	record Open() implements Slot {
	}

}
