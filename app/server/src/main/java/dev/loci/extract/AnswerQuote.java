package dev.loci.extract;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that a model says to have read.
 */
final class AnswerQuote {

	private static final Pattern BLANKS = Pattern.compile("\\s+");

	private AnswerQuote() {
	}

	/**
	 * The words as they stand in the message, whatever became of case and blanks; empty
	 * if they do not.
	 */
	static Optional<String> in(Utterance utterance, String words) {
		String any = BLANKS.splitAsStream(words.strip()).map(Pattern::quote).collect(Collectors.joining("\\s+"));
		Matcher said = Pattern.compile(any, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
			.matcher(utterance.content());
		return said.find() ? Optional.of(said.group()) : Optional.empty();
	}

}
