package dev.loci.memory;

import java.util.regex.Pattern;

/**
 * By what two writings of a name are found to be the same name: {@code "ACME Corp."} and
 * {@code "Acme"}, {@code "Zoë"} composed or not.
 * <p>
 * Accents stay, since {@code Zoë} and {@code Zoe} may be two people; so do signs that
 * make a name, since {@code C}, {@code C++} and {@code C#} are three languages.
 */
public record NameKey(String value) {

	private static final int LONGEST = 500;

	private static final Pattern APOSTROPHES = Pattern.compile("[\u2018\u2019\u02BC\u00B4`]");

	private static final Pattern HYPHENS = Pattern.compile("[\u2010-\u2015]");

	/** "St. Louis", "Acme, Inc": a sign at the end of a word says nothing. */
	private static final Pattern WORD_END = Pattern.compile(" ?[.,;:]+(?= )");

	public static NameKey of(String name) {
		bounded(name);
		String plain = Letters.plain(Text.checked("name", name));
		bounded(plain);
		if (plain.isEmpty()) {
			throw new InvalidInput("name", "is empty");
		}
		String key = APOSTROPHES.matcher(plain).replaceAll("'");
		key = Letters.folded(HYPHENS.matcher(key).replaceAll("-"));
		String before;
		do {
			before = key;
			key = trimmed(CompanyForms.without(before));
		}
		while (!key.equals(before));
		return new NameKey(key);
	}

	private static void bounded(String name) {
		if (name.length() > LONGEST) {
			throw new InvalidInput("name", "is longer than " + LONGEST + " characters");
		}
	}

	/** A name of nothing but punctuation keeps it: there is a band called "!!!". */
	private static String trimmed(String name) {
		String text = WORD_END.matcher(name).replaceAll("");
		int from = 0;
		int to = text.length();
		while (from < to && isEdge(text, from, to, 1)) {
			from += Character.charCount(text.codePointAt(from));
		}
		while (from < to && isEdge(text, to - 1, from - 1, -1)) {
			to -= Character.charCount(text.codePointBefore(to));
		}
		return (from < to) ? text.substring(from, to) : name;
	}

	/**
	 * Whether the sign at the edge of a name is no part of it. A dot before a letter is
	 * (".NET"), a hyphen beside one, too ("A-").
	 */
	private static boolean isEdge(String text, int at, int end, int inwards) {
		int sign = (inwards > 0) ? text.codePointAt(at) : text.codePointBefore(at + 1);
		int next = at + inwards;
		boolean beforeWord = next != end && Character.isLetterOrDigit(text.charAt(next));
		return switch (Character.getType(sign)) {
			case Character.SPACE_SEPARATOR, Character.START_PUNCTUATION, Character.END_PUNCTUATION,
					Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION,
					Character.CONNECTOR_PUNCTUATION ->
				true;
			case Character.DASH_PUNCTUATION -> !beforeWord;
			case Character.OTHER_PUNCTUATION -> switch (sign) {
				case '#', '%', '&', '*', '@', '/', '\\' -> false;
				case '.' -> inwards < 0 || !beforeWord;
				default -> true;
			};
			default -> false;
		};
	}

	@Override
	public String toString() {
		return this.value;
	}

}
