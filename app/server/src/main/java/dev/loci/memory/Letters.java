package dev.loci.memory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The same letters, however they were typed: wide or narrow, composed or not, large or
 * small, in any script and whatever the locale of the machine.
 */
final class Letters {

	/**
	 * Nothing of it is seen: joiners, soft hyphens, marks of direction, selectors; and
	 * tags, unless they tell (in the group) which flag a flag is.
	 */
	private static final Pattern INVISIBLE = Pattern
		.compile("(\\x{1F3F4}[\\x{E0020}-\\x{E007F}]+)|[\\u00AD\\u034F\\u061C\\u180B-\\u180F\\u200B-\\u200F"
				+ "\\u202A-\\u202E\\u2060-\\u206F\\uFE00-\\uFE0F\\uFEFF\\x{E0000}-\\x{E0FFF}]");

	private static final Pattern BLANKS = Pattern.compile("[\\p{IsWhite_Space}\\p{Cc}]+");

	private static final Pattern DOTTED_I = Pattern.compile("i\\u0307+");

	private Letters() {
	}

	/**
	 * NFKC without what cannot be seen, and with one blank where there were any.
	 */
	static String plain(String text) {
		String visible = INVISIBLE.matcher(composed(text)).replaceAll("$1");
		return composed(BLANKS.matcher(visible).replaceAll(" ").strip());
	}

	/**
	 * Without the difference of large and small letters.
	 * <p>
	 * Small, large and small again: only {@code String} knows that {@code ß} becomes
	 * {@code SS}, and only after {@code ẞ} has become {@code ß}; only {@code Character}
	 * looks at one letter alone, so that a sigma is the same at the end of a word. All
	 * four i of Turkish become one: there {@code I} is the large {@code ı}, elsewhere the
	 * large {@code i}, and a name does not say where it is from.
	 */
	static String folded(String text) {
		String large = small(text).toUpperCase(Locale.ROOT);
		return composed(DOTTED_I.matcher(small(large)).replaceAll("i"));
	}

	static boolean anyIn(String text) {
		return text.codePoints().anyMatch(Character::isLetterOrDigit);
	}

	private static String small(String text) {
		StringBuilder small = new StringBuilder(text.length());
		text.codePoints().map(Character::toLowerCase).forEach(small::appendCodePoint);
		return small.toString();
	}

	private static String composed(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKC);
	}

}
