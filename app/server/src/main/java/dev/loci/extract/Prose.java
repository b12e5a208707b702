package dev.loci.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a text that somebody wrote in sentences: without code, tables, addresses
 * and what is quoted from others. The time for it grows with the length of the text and
 * no faster.
 */
final class Prose {

	private static final Pattern FENCE = Pattern.compile("\\s*(```|~~~).*");

	private static final Pattern BULLET = Pattern.compile("\\s{0,10}(?:[-*•+]|\\d{1,3}[.)])\\s+");

	/** What no word is as long as, and no sentence has between two words. */
	private static final Pattern GAP = Pattern.compile("\\S{60}|[ \\t\\u00A0]{6}|\\t");

	private static final int LONGEST_LINE = 4_000;

	private Prose() {
	}

	/** The parts of the text in which there may be sentences, to the letter. */
	static List<String> in(String text) {
		List<String> parts = new ArrayList<>();
		boolean code = false;
		for (String line : text.split("\\R", -1)) {
			if (FENCE.matcher(line).matches()) {
				code = !code;
			}
			else if (!code && !isForeign(line)) {
				parts(line, parts);
			}
		}
		return parts;
	}

	/** A quotation, a row of a table, a heading or indented code. */
	private static boolean isForeign(String line) {
		return line.startsWith(">") || line.startsWith("#") || line.startsWith("    ") || line.startsWith("\t")
				|| line.indexOf('|') >= 0 || line.isBlank();
	}

	/** What is left of a line with a hole in it must not be read as if it were whole. */
	private static void parts(String line, List<String> parts) {
		Matcher bullet = BULLET.matcher(line);
		String part = line.substring(bullet.lookingAt() ? bullet.end() : 0).strip();
		if (!part.isEmpty() && part.length() <= LONGEST_LINE && !GAP.matcher(part).find()) {
			parts.add(part);
		}
	}

}
