package dev.loci.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By what an answer of a model can name a memory that it was given:
 * {@code [fact 0198c5f2-…]}.
 *
 * @param at where it begins in a text
 * @param end where it is over
 */
public record Citation(Kind kind, UUID id, int at, int end) {

	private static final Pattern WRITTEN = Pattern.compile(
			"\\[(fact|episode) ([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})]",
			Pattern.CASE_INSENSITIVE);

	/** All that a text has, in their order. */
	public static List<Citation> in(String text) {
		List<Citation> citations = new ArrayList<>();
		Matcher matcher = WRITTEN.matcher(text);
		while (matcher.find()) {
			citations.add(new Citation(Kind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)),
					UUID.fromString(matcher.group(2)), matcher.start(), matcher.end()));
		}
		return citations;
	}

	/** Whether a text is nothing else. */
	public static boolean isMere(String text) {
		return WRITTEN.matcher(text.strip()).matches();
	}

	/** What is named. */
	public enum Kind {

		FACT, EPISODE

	}

}
