package dev.loci.recall;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
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
 * @param parts what may be words, too, where no blanks part them
 * @param ofSpeaker whether it speaks of the one who asks
 * @param time about which it asks
 * @param event by which it names a time instead
 */
record Cues(String content, List<String> keys, List<String> tokens, Set<String> parts, boolean ofSpeaker,
		Optional<Interval> time, Optional<AskedEvent> event) {

	/** Longer names are found by their words. */
	private static final int WORDS_OF_A_NAME = 5;

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
	static Cues of(String asked, Instant askedAt) {
		String question = Phrasing.written(asked);
		List<String> words = words(question);
		Set<String> parts = parts(words);
		boolean ofSpeaker = words.stream().map(Cues::key).flatMap(Optional::stream).anyMatch(SPEAKER::contains);
		return new Cues(Phrasing.content(question), keys(words, parts), tokens(words), parts, ofSpeaker,
				AskedTime.in(question, askedAt.atOffset(ZoneOffset.UTC)), AskedEvent.in(question));
	}

	/** Whether it names who has said this, or whose it is. */
	boolean names(Recalled said) {
		String name = (said.name() != null) ? said.name() : said.title();
		if (name == null) {
			return this.ofSpeaker && "user".equals(said.role());
		}
		List<String> words = words(name);
		long named = words.stream().map(Cues::key).flatMap(Optional::stream).filter(this::has).count();
		return named > 0 && 2 * named >= words.size();
	}

	private boolean has(String word) {
		return this.tokens.contains(word) || this.parts.contains(word);
	}

	/** Both ends of a long question, each word without what only inflects it. */
	private static List<String> words(String question) {
		List<String> words = BLANKS.splitAsStream(question.strip())
			.filter((word) -> word.length() <= LONGEST_WORD || Unparted.is(word))
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

	private static List<String> tokens(List<String> words) {
		Set<String> tokens = new LinkedHashSet<>();
		for (int i = 0; i < words.size(); i++) {
			boolean isName = isCapital(words, i);
			key(words.get(i)).filter((key) -> isName || !FUNCTION_WORDS.contains(key)).ifPresent(tokens::add);
		}
		tokens.removeAll(SPEAKER);
		return List.copyOf(tokens);
	}

	/** The first word of a question is written so, whatever it is. */
	private static boolean isCapital(List<String> words, int index) {
		return index > 0 && !words.get(index).isEmpty() && Character.isUpperCase(words.get(index).codePointAt(0));
	}

	/** What a short word leaves is for the longer ones. */
	private static Set<String> parts(List<String> words) {
		List<List<String>> all = words.stream()
			.filter(Unparted::is)
			.map((word) -> Unparted.parts(word).stream().flatMap((part) -> key(part).stream()).distinct().toList())
			.sorted(Comparator.comparingInt(List::size))
			.toList();
		Set<String> parts = new LinkedHashSet<>();
		for (int i = 0; i < all.size(); i++) {
			all.get(i).stream().limit((MOST_KEYS - parts.size()) / (all.size() - i)).forEach(parts::add);
		}
		return parts;
	}

	private static List<String> keys(List<String> words, Set<String> parts) {
		Set<String> keys = new LinkedHashSet<>();
		for (int from = 0; from < words.size(); from++) {
			for (int to = from + 1; to <= Math.min(words.size(), from + WORDS_OF_A_NAME); to++) {
				String name = String.join(" ", words.subList(from, to));
				if (to > from + 1 || isCapital(words, from) || !FUNCTION_WORDS.contains(Text.folded(name))) {
					key(name).ifPresent(keys::add);
				}
			}
		}
		keys.addAll(parts);
		return keys.stream().limit(MOST_KEYS).toList();
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
