package dev.loci.memory;

import java.util.regex.Pattern;

/**
 * How the words for predicates and types are compared: {@code LIVES_IN},
 * {@code "lives in"} and {@code livesIn} say the same.
 */
final class Phrase {

	/** Only what separates words falls away: any other sign makes another phrase. */
	private static final Pattern SEPARATORS = Pattern.compile("[\\s_'\u2019-]+");

	private Phrase() {
	}

	static String key(String written) {
		String folded = Letters.folded(Letters.plain(written));
		return SEPARATORS.matcher(folded).replaceAll("");
	}

}
