package dev.loci.recall;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened, by which a question names a time: "before she moved to
 * Berlin", "while I worked at Acme".
 *
 * @param when how the time lies to it
 * @param who whom it has happened to; nothing where a word stands for a name
 * @param happening what has happened
 * @param what the words that say with whom or what, or where
 */
record AskedEvent(When when, List<String> who, Happening happening, List<String> what) {

	/** How a time lies to an event. */
	enum When {

		before, until, after, since, during

	}

	/** At the beginning of a question, "when" asks for a time and names none. */
	private static final Pattern CLAUSE = Pattern
		.compile("(?<=\\S)\\s+(before|until|till|after|since|while|when)\\s+([^,;?.!]+)", Pattern.CASE_INSENSITIVE);

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

	/** "My old friend Ana" is still someone. */
	private static final int MOST_WORDS_BEFORE = 5;

	private static final Set<String> PRONOUNS = Set.of("i", "he", "she", "they", "we", "you", "it");

	private static final Set<String> FILLERS = Set.of("a", "an", "the", "to", "in", "at", "on", "for", "from", "of",
			"with", "into", "as", "had", "has", "have", "was", "were", "is", "are", "been", "just", "first", "finally",
			"his", "her", "their", "my", "our", "your", "its", "s", "together");

	/** Empty if the question names no event whose kind is known here. */
	static Optional<AskedEvent> in(String question) {
		Matcher clause = CLAUSE.matcher(question);
		while (clause.find()) {
			AskedEvent event = of(clause.group(1).toLowerCase(Locale.ROOT), words(clause.group(2)));
			if (event != null) {
				return Optional.of(event);
			}
		}
		return Optional.empty();
	}

	private static @Nullable AskedEvent of(String when, List<String> words) {
		for (int i = 0; i < Math.min(words.size(), MOST_WORDS_BEFORE); i++) {
			Happening happening = Happening.of(words, i);
			boolean whose = i > 0 || words.get(0).endsWith("ing");
			if (happening != null && whose) {
				List<String> who = new ArrayList<>(words.subList(0, i));
				who.removeAll(FILLERS);
				who.removeAll(PRONOUNS);
				List<String> what = new ArrayList<>(words.subList(i + happening.length(), words.size()));
				what.removeAll(FILLERS);
				return new AskedEvent(of(when), List.copyOf(who), happening, List.copyOf(what));
			}
		}
		return null;
	}

	private static When of(String word) {
		return switch (word) {
			case "before" -> When.before;
			case "until", "till" -> When.until;
			case "after" -> When.after;
			case "since" -> When.since;
			default -> When.during;
		};
	}

	static List<String> words(String text) {
		return WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map((word) -> word.group()).toList();
	}

}
