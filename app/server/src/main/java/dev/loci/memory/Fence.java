package dev.loci.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two marks that stand around what Loci gives out, so that it is known for what it is: as
 * data to whoever reads it, and as nothing new when it comes back inside a message.
 * <p>
 * Each fence has a nonce that nobody who writes memories can know, and whatever looks
 * like a mark in them is defused: so no memory ends the fence or begins another one.
 */
public record Fence(String nonce) {

	private static final Pattern OPENING = Pattern.compile("<loci:memory ([0-9a-z]{1,40})>");

	private static final Pattern MARK = Pattern.compile("<(?=\\s*/?\\s*loci\\s*:\\s*memory)", Pattern.CASE_INSENSITIVE);

	public String open() {
		return "<loci:memory " + this.nonce + ">";
	}

	public String close() {
		return "</loci:memory " + this.nonce + ">";
	}

	/** A text between the marks. */
	public String around(String text) {
		return open() + "\n" + defuse(text) + "\n" + close();
	}

	/** The same text without anything that could be taken for a mark. */
	public static String defuse(String text) {
		return MARK.matcher(text).replaceAll("‹");
	}

	/**
	 * The parts of a text that are fenced, marks included, in their order. One that does
	 * not end was cut off, so it reaches to the end.
	 */
	public static List<Part> in(String text) {
		List<Part> parts = new ArrayList<>();
		Matcher opening = OPENING.matcher(text);
		int from = 0;
		while (opening.find(from)) {
			String close = new Fence(opening.group(1)).close();
			int end = text.indexOf(close, opening.end());
			from = (end < 0) ? text.length() : end + close.length();
			parts.add(new Part(opening.start(), from));
		}
		return parts;
	}

	/** Where something begins in a text, and where it is over. */
	public record Part(int from, int to) {
	}

}
