package dev.loci.extract;

import java.util.regex.Pattern;

/**
 * Patterns in which {@code \b} is the edge of a word in any script.
 * <p>
 * What Java takes for one looks back over all marks that stand on a letter: a message of
 * nothing but marks would keep it busy for minutes.
 */
final class WordPattern {

	private static final String LETTER = "[\\p{L}\\p{N}_]";

	private static final String EDGE = "(?:(?<=%1$s)(?!%1$s)|(?<!%1$s)(?=%1$s))".formatted(LETTER);

	private WordPattern() {
	}

	static Pattern of(String regex) {
		return Pattern.compile(regex.replace("\\b", EDGE));
	}

}
