package dev.loci.recall;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import dev.loci.extract.AskedTime;
import dev.loci.memory.Interval;
import dev.loci.memory.InvalidInput;
import dev.loci.memory.NameKey;
import dev.loci.memory.Text;

/**
 * What a question itself tells: whom it may name, and when it may mean.
 *
 * @param content the words that say what is looked for
 * @param keys all that may be a name, as names are compared
 * @param tokens the words, as words of names are compared
 * @param ofSpeaker whether it speaks of the one who asks
 * @param time about which it asks
 * @param event by which it names a time instead
 */
record Cues(String content, List<String> keys, List<String> tokens, boolean ofSpeaker, Optional<Interval> time,
		Optional<AskedEvent> event) {

	/** Longer names are found by their words. */
	private static final int WORDS_OF_A_NAME = 5;

	/** Where words are not parted by blanks, any few characters may be a name. */
	private static final int CHARACTERS_OF_A_NAME = 8;

	/** A longer question names whom it means near its beginning or its end. */
	private static final int MOST_WORDS = 60;

	private static final int MOST_KEYS = 1_000;

	private static final int LONGEST_WORD = 255;

	private static final Pattern BLANKS = Pattern.compile("\\s+");

	private static final Set<String> SPEAKER = Set.of("i", "i'm", "i've", "i'd", "i'll", "me", "my", "mine", "myself");

	/** No names by themselves, unless they are written like one. */
	private static final Set<String> FUNCTION_WORDS = Set.of("a", "about", "after", "all", "an", "and", "any", "are",
			"as", "at", "be", "been", "before", "but", "by", "can", "could", "did", "do", "does", "for", "from", "had",
			"has", "have", "he", "her", "his", "how", "if", "in", "is", "it", "its", "may", "might", "must", "not",
			"of", "on", "or", "our", "she", "should", "since", "that", "the", "their", "them", "then", "there", "they",
			"this", "to", "was", "we", "were", "what", "when", "where", "which", "who", "whom", "whose", "why", "will",
			"with", "would", "you", "your");

	/**
	 * @param askedAt from where "last week" is counted
	 */
	static Cues of(String question, Instant askedAt) {
		List<String> words = words(question);
		Set<String> tokens = new LinkedHashSet<>();
		words.forEach((word) -> key(word).ifPresent(tokens::add));
		boolean ofSpeaker = tokens.stream().anyMatch(SPEAKER::contains);
		tokens.removeAll(FUNCTION_WORDS);
		tokens.removeAll(SPEAKER);
		return new Cues(Phrasing.content(question), keys(words), List.copyOf(tokens), ofSpeaker,
				AskedTime.in(question, askedAt.atOffset(ZoneOffset.UTC)), AskedEvent.in(question));
	}

	/** Whether it names who has said this, or whose it is. */
	boolean names(Recalled said) {
		String name = (said.name() != null) ? said.name() : said.title();
		if (name == null) {
			return this.ofSpeaker && "user".equals(said.role());
		}
		List<String> words = words(name);
		long named = words.stream().map(Cues::key).flatMap(Optional::stream).filter(this.tokens::contains).count();
		return named > 0 && 2 * named >= words.size();
	}

	/** Both ends of a long question, each word without what only inflects it. */
	private static List<String> words(String question) {
		List<String> words = BLANKS.splitAsStream(question.strip())
			.filter((word) -> word.length() <= LONGEST_WORD)
			.toList();
		if (words.size() > MOST_WORDS) {
			List<String> ends = new ArrayList<>(words.subList(0, MOST_WORDS / 2));
			ends.addAll(words.subList(words.size() - MOST_WORDS / 2, words.size()));
			words = ends;
		}
		return words.stream().map(Cues::bare).toList();
	}

	private static String bare(String word) {
		int end = word.length();
		while (end > 0 && !Character.isLetterOrDigit(word.codePointBefore(end))) {
			end -= Character.charCount(word.codePointBefore(end));
		}
		boolean possessive = end > 2 && (word.charAt(end - 1) == 's' || word.charAt(end - 1) == 'S')
				&& (word.charAt(end - 2) == '\'' || word.charAt(end - 2) == '’');
		return possessive ? word.substring(0, end - 2) : word;
	}

	private static List<String> keys(List<String> words) {
		Set<String> keys = new LinkedHashSet<>();
		for (int from = 0; from < words.size(); from++) {
			for (int to = from + 1; to <= Math.min(words.size(), from + WORDS_OF_A_NAME); to++) {
				boolean capital = from > 0 && Character.isUpperCase(words.get(from).codePointAt(0));
				String name = String.join(" ", words.subList(from, to));
				if (to > from + 1 || capital || !FUNCTION_WORDS.contains(Text.folded(name))) {
					key(name).ifPresent(keys::add);
				}
			}
			unparted(words.get(from), keys);
		}
		return keys.stream().limit(MOST_KEYS).toList();
	}

	private static void unparted(String word, Set<String> keys) {
		if (word.codePoints().noneMatch(Cues::isIdeographic)) {
			return;
		}
		int[] characters = word.codePoints().limit(MOST_WORDS).toArray();
		for (int from = 0; from < characters.length; from++) {
			for (int length = 1; length <= Math.min(CHARACTERS_OF_A_NAME, characters.length - from); length++) {
				key(new String(characters, from, length)).ifPresent(keys::add);
			}
		}
	}

	private static boolean isIdeographic(int character) {
		return switch (Character.UnicodeScript.of(character)) {
			case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
			default -> false;
		};
	}

	private static Optional<String> key(String name) {
		try {
			return Optional.of(NameKey.of(name).value());
		}
		catch (InvalidInput noName) {
			return Optional.empty();
		}
	}

}
