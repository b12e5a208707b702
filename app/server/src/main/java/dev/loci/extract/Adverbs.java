package dev.loci.extract;

import java.util.Set;

/**
 * Words that may stand anywhere in a sentence without changing what it claims.
 */
final class Adverbs {

	private static final Set<String> ALL = Set.of("just", "really", "currently", "now", "still", "also", "actually",
			"recently", "already", "always", "finally", "simply", "mostly", "mainly", "absolutely", "totally",
			"definitely", "basically", "originally", "officially", "happily", "truly", "especially", "too", "very",
			"quite", "both", "big", "huge", "great", "temporarily", "permanently", "presently", "nowadays", "generally",
			"strongly", "severely", "highly", "deeply", "primarily", "proudly", "completely", "genuinely", "literally",
			"so", "kinda", "lowkey", "usually", "then");

	private static final Set<String> HOW_OFTEN = Set.of("usually", "mostly", "mainly", "generally", "primarily",
			"especially", "temporarily");

	/** Denied, they deny a part only: who doesn't always cook cooks. */
	private static final Set<String> LIMITING = Set.of("just", "always", "simply", "permanently", "completely",
			"totally", "both", "literally", "quite");

	private Adverbs() {
	}

	static boolean limit(String word) {
		return LIMITING.contains(word) || tellHowOften(word);
	}

	static boolean tellHowOften(String word) {
		return HOW_OFTEN.contains(word);
	}

	static boolean contain(String word) {
		return ALL.contains(word);
	}

}
