package dev.loci.memory;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a predicate is called, in one spelling: {@code LIVES_IN}, whether it was written
 * {@code "lives in"}, {@code lives-in} or {@code livesIn}.
 * <p>
 * It becomes the type of a relationship and part of a query's parameters, so it holds
 * letters and digits of any script and underscores, nothing else.
 */
public record PredicateName(String value) {

	static final int LONGEST = 100;

	private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{M}\\p{N} _-]+");

	/** A custom of programmers, and so of their letters. */
	private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

	private static final Pattern SEPARATORS = Pattern.compile("[ _-]+");

	public PredicateName {
		bounded(value);
		String plain = Letters.plain(Text.checked("predicate", value));
		if (!ALLOWED.matcher(plain).matches()) {
			throw new InvalidInput("predicate",
					"must be made of letters and digits of any script, blanks, _ and - and nothing else");
		}
		if (plain.codePoints().noneMatch(Character::isLetter)) {
			throw new InvalidInput("predicate", "must hold a letter");
		}
		String words = HUMP.matcher(plain).replaceAll("_");
		String large = SEPARATORS.matcher(words).replaceAll("_").replaceAll("^_|_$", "").toUpperCase(Locale.ROOT);
		// some letters fall apart when they grow
		value = Letters.plain(large);
		bounded(value);
	}

	/** Checked before anything is done with a text of unknown length. */
	static void bounded(String written) {
		if (written.length() > LONGEST) {
			throw new InvalidInput("predicate", "is longer than " + LONGEST + " characters");
		}
	}

	/** As words in a sentence: {@code lives in}. */
	public String words() {
		return this.value.toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	@Override
	public String toString() {
		return this.value;
	}

}
