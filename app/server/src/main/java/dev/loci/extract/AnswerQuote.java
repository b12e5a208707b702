package dev.loci.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that a model says to have read. It may print them in its own way: other case,
 * blanks, quotation marks and dashes do not make them other words.
 */
final class AnswerQuote {

	private static final Pattern BLANKS = Pattern.compile("\\s+");

	/** Characters of which each is printed for the others; the hyphen is the first. */
	private static final List<String> ALIKE = List.of("'\u2018\u2019\u02bc`\u00b4", "\"\u201c\u201d\u201e\u00ab\u00bb",
			"-\u2010\u2011\u2012\u2013\u2014");

	/** What is put around words to show that they are a part. */
	private static final Pattern AROUND = Pattern
		.compile("^[\\s.\u2026\"\u201c\u201d\u201e\u00ab\u00bb]+|[\\s.,;:!?\u2026\"\u201c\u201d\u00ab\u00bb]+$");

	private AnswerQuote() {
	}

	/** The words as they stand in the message; empty if they do not. */
	static Optional<String> in(Utterance utterance, String words) {
		return found(utterance.content(), words.strip())
			.or(() -> found(utterance.content(), AROUND.matcher(words).replaceAll("")));
	}

	private static Optional<String> found(String content, String words) {
		if (words.isEmpty()) {
			return Optional.empty();
		}
		String any = BLANKS.splitAsStream(words)
			.map((word) -> word.codePoints().mapToObj(AnswerQuote::printed).collect(Collectors.joining()))
			.collect(Collectors.joining("\\s+"));
		Matcher said = Pattern.compile(any, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE).matcher(content);
		return said.find() ? Optional.of(said.group()) : Optional.empty();
	}

	/** All ways to print a character. */
	private static String printed(int character) {
		return ALIKE.stream()
			.filter((alike) -> alike.indexOf(character) >= 0)
			.findFirst()
			.map((alike) -> "[" + alike + "]")
			.orElseGet(() -> Pattern.quote(Character.toString(character)));
	}

}
