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

	private Adverbs() {
	}

	static boolean contain(String word) {
		return ALL.contains(word);
	}

}
