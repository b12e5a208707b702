package dev.loci.extract;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name that somebody chose, made fit to stand in a line of a prompt: it stays in its
 * quotes and on its line.
 */
final class PromptWord {

	private static final int LONGEST = 120;

	/** What ends a line, moves text about on it, or is not seen. */
	private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Co}\\p{Cn}]+");

	private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M}\\p{N} _'\u2019/&+#.-]+");

	private PromptWord() {
	}

	static String quoted(String word) {
		return '"' + plain(word).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
	}

	/** For words of a closed set, which need no quotes. */
	static String bare(String word) {
		return plain(word).toLowerCase(Locale.ROOT).replaceAll("[^a-z_]", "");
	}

	/** On one line, with nothing that cannot be kept or seen. */
	static String shortened(String text, int longest) {
		String start = text.codePoints()
			.limit(longest)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
		return UNPRINTABLE.matcher(start).replaceAll(" ").strip();
	}

	/** Whether it is made of letters, digits and blanks. */
	static boolean isPlain(String word) {
		return WORDS.matcher(word).matches();
	}

	private static String plain(String word) {
		return shortened(word, LONGEST);
	}

}
