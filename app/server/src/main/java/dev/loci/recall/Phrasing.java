package dev.loci.recall;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How questions and answers are put in English: what of a question says what is looked
 * for, and what of a text makes it an answer. Other languages lose nothing by it.
 */
final class Phrasing {

	private static final Pattern MARKS = Pattern.compile("(\\p{M}{16})\\p{M}++");

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}'’]+");

	/** They make a sentence a question, and say nothing of what is looked for. */
	private static final Set<String> OF_QUESTIONS = Set.of("what", "when", "where", "who", "whom", "whose", "which",
			"why", "how", "do", "does", "did", "doing", "done", "is", "are", "was", "were", "be", "been", "being", "am",
			"has", "have", "had", "having", "a", "an", "the", "of", "to", "in", "on", "at", "for", "with", "by", "from",
			"and", "or", "as", "it", "its", "that", "this", "these", "those", "there", "their", "his", "her", "him",
			"she", "he", "they", "them", "would", "could", "should", "will", "can", "might", "may", "many", "much",
			"kind", "type", "some", "any", "after", "before", "during", "about", "into", "than", "then", "so", "also",
			"if", "not", "no");

	/** Without marks, on whose edges Java spends a time that grows with their square. */
	private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_]+");

	private static final Set<String> OF_TIME = Set.of("yesterday", "today", "tonight", "tomorrow", "last", "next",
			"ago", "week", "weekend", "month", "year", "recently", "monday", "tuesday", "wednesday", "thursday",
			"friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august",
			"september", "october", "november", "december", "morning", "night", "this", "summer", "winter", "spring",
			"fall", "since", "just");

	private static final Pattern YEAR = Pattern.compile("\\d{4}");

	private static final Pattern WHEN = Pattern.compile("^(?:when|how long|what (?:day|date|month|year|time))\\b.*",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	/** A note in brackets may follow the question mark. */
	private static final Pattern QUESTION = Pattern.compile("\\?\\s*(?:\\[[^\\]]*\\]\\s*)?$");

	/** As far as a text is looked at. */
	private static final int MOST = 2_000;

	private Phrasing() {
	}

	/**
	 * A text as anybody would write it: no letter bears more than a few marks, and who
	 * looks for the edges of words looks back over all of them.
	 */
	static String written(String text) {
		return MARKS.matcher(text).replaceAll("$1");
	}

	/** The words that say what is looked for; all of them, if none does. */
	static String content(String question) {
		String content = WORD.matcher(question)
			.results()
			.map(MatchResult::group)
			.filter((word) -> !OF_QUESTIONS.contains(word.toLowerCase(Locale.ROOT).replaceFirst("['’]s$", "")))
			.collect(Collectors.joining(" "));
		return content.isEmpty() ? question : content;
	}

	static boolean asksWhen(String question) {
		return WHEN.matcher(written(question.strip())).matches();
	}

	/** Whether a text asks something itself: then its answer is elsewhere. */
	static boolean asks(String text) {
		return QUESTION.matcher(text.substring(Math.max(0, text.length() - MOST))).find();
	}

	/** How many words of time there are, up to so many. */
	static int wordsOfTime(String text, int most) {
		return (int) PLAIN.matcher(start(text))
			.results()
			.map(MatchResult::group)
			.filter((word) -> OF_TIME.contains(word.toLowerCase(Locale.ROOT)) || YEAR.matcher(word).matches())
			.limit(most)
			.count();
	}

	/** How many words there are, up to so many. */
	static int words(String text, int most) {
		return (int) WORD.matcher(start(text)).results().limit(most).count();
	}

	private static String start(String text) {
		return written(text.substring(0, Math.min(text.length(), MOST)));
	}

}
