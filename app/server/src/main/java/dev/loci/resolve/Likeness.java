package dev.loci.resolve;

import java.util.Optional;

import dev.loci.memory.NameKey;

/**
 * Why two different names may still mean one thing, and how much speaks for it. Never
 * enough to join them, only to ask.
 *
 * @param score between 0 and 1, to put the likeliest first
 */
record Likeness(double score, Reason reason) {

	/**
	 * With bge-small, NYC and New York City are 0.91, Munich and München 0.92 close, Java
	 * and JavaScript 0.83, Paris and London 0.73.
	 */
	private static final double CLOSE = 0.86;

	/**
	 * What two names have in common, unless they differ in a digit or a version: releases
	 * and years are told apart by nothing else.
	 */
	static Optional<Likeness> between(NameKey one, NameKey other) {
		Words these = Words.of(one);
		Words those = Words.of(other);
		if (one.equals(other) || !these.numbers().equals(those.numbers())) {
			return Optional.empty();
		}
		if (these.joined().equals(those.joined())) {
			return found(0.95, Reason.WRITING);
		}
		if (these.sorted().equals(those.sorted())) {
			return found(0.9, Reason.ORDER);
		}
		return spelling(these, those).or(() -> these.numbers().isEmpty() ? shortened(these, those) : Optional.empty());
	}

	/**
	 * What two names have in common that are not written alike: how close they are in
	 * meaning.
	 * @param closeness as a cosine
	 */
	static Optional<Likeness> close(NameKey one, NameKey other, double closeness) {
		boolean numbered = !Words.of(one).numbers().equals(Words.of(other).numbers());
		return (numbered || closeness < CLOSE) ? Optional.empty() : found(closeness, Reason.MEANING);
	}

	private static Optional<Likeness> spelling(Words these, Words those) {
		int edits = Typos.between(these.all(), those.all());
		if (edits == Typos.TOO_MANY) {
			return Optional.empty();
		}
		int letters = Math.max(these.joined().length(), those.joined().length());
		return found(1.0 - (double) edits / letters, Reason.SPELLING);
	}

	private static Optional<Likeness> shortened(Words these, Words those) {
		if (these.all().size() > those.all().size()) {
			return shortened(those, these);
		}
		return partOf(these, those)
			.or(() -> (these.all().size() == those.all().size()) ? partOf(those, these) : Optional.empty());
	}

	private static Optional<Likeness> partOf(Words few, Words many) {
		if (few.isAcronymOf(many)) {
			return found(0.75, Reason.ACRONYM);
		}
		return switch (few.within(many)) {
			case NOT -> Optional.empty();
			case WITH_INITIALS -> found(0.8, Reason.INITIALS);
			case IN_FULL -> found((few.all().size() > 1) ? 0.8 : 0.7, Reason.PART);
		};
	}

	private static Optional<Likeness> found(double score, Reason reason) {
		return Optional.of(new Likeness(score, reason));
	}

	/** What makes two names alike. */
	enum Reason {

		/** The same name, but of types whose families nobody knows. */
		NAME,

		/** They differ in accents, hyphens or blanks only: Zoë and Zoe. */
		WRITING,

		/** They have the same words in another order: Chen Alice and Alice Chen. */
		ORDER,

		/** They differ by a letter or two: Jon Smith and John Smith. */
		SPELLING,

		/** One has initials where the other has names: J. Smith and John Smith. */
		INITIALS,

		/** One is a part of the other: Alice and Alice Chen. */
		PART,

		/** One is made of the other's first letters: IBM. */
		ACRONYM,

		/** They mean much the same in other words: Munich and München. */
		MEANING

	}

}
