package dev.loci.recall;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns what people type into a full-text query for one space.
 * <p>
 * Only words get through, so nothing that is typed can be syntax, and none of them is
 * lost until there are more than the index takes at once; then the longer ones stay,
 * since they are the rarer ones.
 */
final class Words {

	/** Letters and digits of any script, with apostrophes inside. */
	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['’][\\p{L}\\p{M}]+)*");

	/**
	 * The index refuses more than 1,024 terms; each word is asked for in two fields, and
	 * a word of a script without spaces is as many terms as it has characters.
	 */
	private static final int MOST_TERMS = 480;

	private static final int LONGEST_WORD = 120;

	private Words() {
	}

	/** Empty if there is no word in it. */
	static Optional<String> query(String space, String question) {
		Set<String> words = new LinkedHashSet<>();
		Matcher matcher = WORD.matcher(question);
		while (matcher.find()) {
			String word = matcher.group().toLowerCase(Locale.ROOT);
			words.add((word.length() > LONGEST_WORD) ? word.substring(0, LONGEST_WORD) : word);
		}
		if (words.isEmpty()) {
			return Optional.empty();
		}
		String any = String.join(" ", fitting(List.copyOf(words)));
		// The space decides what is found, not how well: its weight is nothing.
		return Optional.of("+space:" + space + "^0 +(text:(" + any + ") heading:(" + any + ")^0.5)");
	}

	private static List<String> fitting(List<String> words) {
		if (words.stream().mapToInt(Words::terms).sum() <= MOST_TERMS) {
			return words;
		}
		int[] terms = { 0 };
		return words.stream()
			.sorted((one, other) -> other.length() - one.length())
			.takeWhile((word) -> (terms[0] += terms(word)) <= MOST_TERMS)
			.toList();
	}

	private static int terms(String word) {
		return 1 + (int) word.codePoints().filter(Character::isIdeographic).count();
	}

}
