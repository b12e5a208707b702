package dev.loci.memory;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two lines that stand around what Loci gives out, so that it is known for what it is: as
 * data to whoever reads it, and as nothing new when it comes back inside a message.
 * <p>
 * The nonce is drawn for each answer, and what looks like one of the lines inside is
 * defused, so nothing that was remembered can end its own block.
 */
public record Fence(String nonce) {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int BITS = 80;

	private static final int RADIX = 36;

	/** Written into JSON, the marks have their quotes escaped. */
	private static final Pattern OPENING = Pattern
		.compile("<memory from=\\\\?\"loci\\\\?\" nonce=\\\\?\"([0-9a-z]{1,40})\\\\?\">");

	private static final Pattern MARK_LIKE = Pattern.compile("<(?=\\s*/?\\s*memory\\b)", Pattern.CASE_INSENSITIVE);

	/** One that nobody can foresee. */
	public static Fence drawn() {
		return new Fence(new BigInteger(BITS, RANDOM).toString(RADIX));
	}

	/** The first line. */
	public String open() {
		return "<memory from=\"loci\" nonce=\"" + this.nonce + "\">";
	}

	/** The last line. */
	public String close() {
		return "</memory " + this.nonce + ">";
	}

	/** A text between the two lines. */
	public String around(String text) {
		return open() + "\n" + MARK_LIKE.matcher(text).replaceAll("\u2039") + "\n" + close();
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
