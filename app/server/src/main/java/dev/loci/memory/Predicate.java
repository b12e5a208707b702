package dev.loci.memory;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What can be said of a subject, and by which rules it changes.
 *
 * @param synonyms other words that say the same
 * @param ends words that say that it is over: {@code "moved away from"}
 * @param symmetric whether it says the same with both ends exchanged
 * @param inverse its name when read from the object's end
 * @param template the sentence in which a fact is written when the statement brings none
 */
public record Predicate(PredicateName name, List<String> synonyms, List<String> ends, Range subject, Range object,
		boolean symmetric, @Nullable Inverse inverse, Kind kind, TimeKind time, Slot slot, Template template) {

	private static final int MOST_PHRASES = 100;

	public Predicate {
		synonyms = List.copyOf(synonyms);
		ends = List.copyOf(ends);
		checkPhrases(name, "synonyms", synonyms);
		checkPhrases(name, "ends", ends);
		if (!subject.literals().isEmpty()) {
			throw refused(name, "subject", "must be an entity: a value cannot be spoken of");
		}
		if (symmetric && inverse != null) {
			throw refused(name, "symmetric", "cannot stand beside an inverse: a symmetric predicate is its own");
		}
		if (symmetric && !subject.equals(object)) {
			throw refused(name, "symmetric", "needs the same types at both ends");
		}
		if (inverse != null && !object.literals().isEmpty()) {
			throw refused(name, "inverse", "cannot be read from a value: the object must be an entity");
		}
		if (time != TimeKind.STATE && !ends.isEmpty()) {
			throw refused(name, "ends", "are for states: neither a constant nor an occurrence can be over");
		}
		switch (slot) {
			case Slot.OfSubject ofSubject when time == TimeKind.OCCURRENCE ->
				throw refused(name, "slot", "must be none: one occurrence does not exclude another");
			case Slot.OfPair ofPair when time != TimeKind.STATE ->
				throw refused(name, "slot", "with a group is for states: nothing else gives way to another predicate");
			case Slot.OfSubject ofSubject -> {
				// a state or a constant
			}
			case Slot.OfPair ofPair -> {
				// a state
			}
			case Slot.Open open -> {
				// anything
			}
		}
	}

	private static void checkPhrases(PredicateName name, String key, List<String> phrases) {
		if (phrases.size() > MOST_PHRASES) {
			throw refused(name, key, "are more than " + MOST_PHRASES);
		}
		for (String phrase : phrases) {
			if (phrase.length() > PredicateName.LONGEST || Phrase.key(phrase).isEmpty()) {
				throw refused(name, key + "." + phrase,
						"must be words of at most " + PredicateName.LONGEST + " characters");
			}
		}
	}

	private static InvalidInput refused(PredicateName name, String key, String reason) {
		return new InvalidInput(name + "." + key, reason);
	}

	/** The same predicate read the other way round: who manages whom reports to. */
	public record Inverse(PredicateName name, List<String> synonyms, List<String> ends) {

		public Inverse {
			synonyms = List.copyOf(synonyms);
			ends = List.copyOf(ends);
			checkPhrases(name, "synonyms", synonyms);
			checkPhrases(name, "ends", ends);
		}

	}

	/** What a fact is about, for those who ask for one sort only. */
	public enum Kind {

		PROFILE, PREFERENCE, RELATION, TASK, EVENT, KNOWLEDGE

	}

}
