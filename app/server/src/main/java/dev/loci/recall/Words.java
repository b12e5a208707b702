package dev.loci.recall;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns what people type into full-text queries for one space.
 * <p>
 * Only words get through, so nothing that is typed can be syntax. What the index does not
 * take at once is asked in several queries.
 */
final class Words {

	/** Letters and digits of any script, with apostrophes inside. */
	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['’][\\p{L}\\p{M}]+)*");

	/**
	 * The index refuses more than 1,024 terms in a query, and each word is asked for in
	 * two fields.
	 */
	private static final int TERMS = 480;

	/**
	 * Some 4,000 different words: what is longer than that is cut to its longest, hence
	 * rarest words.
	 */
	private static final int MOST_QUERIES = 8;

	/** Where the index itself cuts a word. */
	private static final int LONGEST_WORD = 255;

	private static final int MOST_OF_A_NAME = 20;

	private Words() {
	}

	/** For passages. None if there is no word in the question. */
	static List<String> passages(String space, String question) {
		return queries(question, (any) -> whose(space) + "+(text:(" + any + ") heading:(" + any + ")^0.5)");
	}

	/** For passages with what was said around them. */
	static List<String> around(String space, String question) {
		return queries(question, (any) -> whose(space) + "+around:(" + any + ")");
	}

	/** For passages with what was said right before them. */
	static List<String> before(String space, String question) {
		return queries(question, (any) -> whose(space) + "+before:(" + any + ")");
	}

	/** The space decides what is found, not how well: its weight is nothing. */
	private static String whose(String space) {
		return "+space:" + space + "^0 ";
	}

	/** For facts; what is believed now has a word of its own. */
	static List<String> facts(String space, boolean believedNow, String question) {
		String whose = whose(space) + (believedNow ? "+live:live" + space + "^0 " : "");
		return queries(question, (any) -> whose + "+(text:(" + any + ") about:(" + any + ")^0.5)");
	}

	private static List<String> queries(String question, UnaryOperator<String> query) {
		List<String> queries = new ArrayList<>();
		List<String> words = new ArrayList<>();
		int terms = 0;
		for (String word : longestFirst(question)) {
			terms += terms(word);
			if (terms > TERMS) {
				queries.add(query.apply(String.join(" ", words)));
				words.clear();
				terms = terms(word);
			}
			words.add(word);
		}
		if (!words.isEmpty()) {
			queries.add(query.apply(String.join(" ", words)));
		}
		return queries.subList(0, Math.min(MOST_QUERIES, queries.size()));
	}

	private static List<String> longestFirst(String question) {
		Set<String> words = new LinkedHashSet<>();
		Matcher matcher = WORD.matcher(question);
		while (matcher.find()) {
			String word = matcher.group().toLowerCase(Locale.ROOT);
			int start = 0;
			while (start < word.length()) {
				int end = Math.min(word.length(), start + LONGEST_WORD);
				if (end < word.length() && Character.isLowSurrogate(word.charAt(end))) {
					end--;
				}
				words.add(word.substring(start, end));
				start = end;
			}
		}
		return words.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
	}

	/**
	 * For names that have one of these words, in a space that the query itself adds;
	 * nothing if there is none.
	 */
	static String names(List<String> tokens) {
		List<String> words = new ArrayList<>();
		int terms = 0;
		for (String word : longestFirst(String.join(" ", tokens))) {
			terms += terms(word);
			if (terms <= TERMS) {
				words.add(word);
			}
		}
		return words.isEmpty() ? "" : "+key:(" + String.join(" ", words) + ")";
	}

	/** The same for names of entities, of which the beginnings of words will do. */
	static List<String> named(String space, String name) {
		List<String> words = longestFirst(name);
		return words.isEmpty() ? List.of() : List.of("+space:" + space + "^0 +key:("
				+ words.stream().limit(MOST_OF_A_NAME).map((word) -> word + "*").collect(Collectors.joining(" "))
				+ ")");
	}

	/** A word of a script without spaces may be as many terms as it has characters. */
	private static int terms(String word) {
		return word.chars().allMatch((character) -> character < 0x0E00) ? 1 : word.length();
	}

}
