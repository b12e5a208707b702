package dev.loci.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.loci.memory.NameKey;
import dev.loci.memory.Text;

/**
 * Finds names that are worth comparing. What is found may be anything; what is not found
 * is nothing alike.
 */
final class Alike {

	/** Of letters and digits only, so that no name can be syntax of the index. */
	private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");

	private static final int MOST_WORDS = 8;

	/** The index refuses more than 1,024 terms in a query. */
	private static final int MOST_WORDS_OF_TEXT = 1_000;

	/** Where the index itself cuts a word. */
	private static final int LONGEST_WORD = 255;

	/** Shorter words differ in a letter and mean something else. */
	private static final int SHORTEST_MISSPELT = 4;

	private Alike() {
	}

	/** A full-text query for similar names of a space. */
	static Optional<String> query(String space, NameKey name) {
		List<String> words = words(name);
		return words.isEmpty() ? Optional.empty()
				: Optional.of("+space:" + space + "^0 +key:("
						+ words.stream()
							.limit(MOST_WORDS)
							.map((word) -> mayBeMisspelt(word) ? word + "~1" : word)
							.collect(Collectors.joining(" "))
						+ ")");
	}

	/** A full-text query for names that have words of a text. */
	static Optional<String> mentioned(String space, String text) {
		Set<String> words = new LinkedHashSet<>(List.of(GAPS.split(Text.folded(text))));
		words.removeIf((word) -> word.isEmpty() || word.length() > LONGEST_WORD);
		return words.isEmpty() ? Optional.empty() : Optional.of("+space:" + space + "^0 +key:("
				+ words.stream().limit(MOST_WORDS_OF_TEXT).collect(Collectors.joining(" ")) + ")");
	}

	/** Names that differ in a digit are never alike, so there is nothing to look for. */
	private static boolean mayBeMisspelt(String word) {
		return word.length() >= SHORTEST_MISSPELT && word.codePoints().noneMatch(Character::isDigit);
	}

	/**
	 * Two names that may be alike have one of these in common: the beginning of a word or
	 * of the initials.
	 */
	static Set<String> signs(NameKey name) {
		List<String> words = words(name);
		Set<String> signs = new HashSet<>();
		words.forEach((word) -> signs.add(beginning(word)));
		if (words.size() > 1) {
			signs.add(beginning(words.stream().map((word) -> word.substring(0, 1)).collect(Collectors.joining())));
		}
		return signs;
	}

	private static String beginning(String word) {
		return word.substring(0, Math.min(2, word.length()));
	}

	private static List<String> words(NameKey name) {
		List<String> words = new ArrayList<>(List.of(GAPS.split(name.value())));
		words.removeIf(String::isEmpty);
		return words;
	}

}
