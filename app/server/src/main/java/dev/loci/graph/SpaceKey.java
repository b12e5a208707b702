package dev.loci.graph;

import java.security.SecureRandom;

/**
 * Makes opaque keys of spaces.
 * <p>
 * Lower-case letters and digits with a digit at the end: the full-text analyser neither
 * cuts nor stems such a word, so a query for one space can never touch another.
 */
final class SpaceKey {

	private static final String LETTERS_AND_DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";

	private static final int LENGTH = 25;

	private static final SecureRandom RANDOM = new SecureRandom();

	private SpaceKey() {
	}

	static String next() {
		StringBuilder key = new StringBuilder();
		key.append((char) ('a' + RANDOM.nextInt(26)));
		while (key.length() < LENGTH - 1) {
			key.append(LETTERS_AND_DIGITS.charAt(RANDOM.nextInt(LETTERS_AND_DIGITS.length())));
		}
		return key.append(RANDOM.nextInt(10)).toString();
	}

}
