package dev.loci.memory;

import java.util.regex.Pattern;

/**
 * A sentence with two gaps, in which a fact is written for people and models.
 */
public record Template(String text) {

	private static final String SUBJECT = "{subject}";

	private static final String OBJECT = "{object}";

	private static final int LONGEST = 200;

	private static final Pattern SHAPE = Pattern
		.compile("[^{}]*(\\{subject\\}[^{}]*\\{object\\}|\\{object\\}[^{}]*\\{subject\\})[^{}]*");

	public Template {
		if (text.length() > LONGEST) {
			throw new InvalidInput("text", "is longer than " + LONGEST + " characters");
		}
		if (!SHAPE.matcher(text).matches()) {
			throw new InvalidInput("text", "must hold {subject} and {object}, each once, and no other braces");
		}
	}

	/** The plainest sentence for a predicate that brings none. */
	public static Template of(PredicateName predicate) {
		return new Template(SUBJECT + " " + predicate.words() + " " + OBJECT + ".");
	}

	/** Fills both gaps at once: a name that looks like a gap stays a name. */
	public String render(String subject, String object) {
		int first = this.text.indexOf(SUBJECT);
		int second = this.text.indexOf(OBJECT);
		return (first < second) ? filled(first, SUBJECT, subject, second, OBJECT, object)
				: filled(second, OBJECT, object, first, SUBJECT, subject);
	}

	private String filled(int first, String gap, String filling, int second, String nextGap, String nextFilling) {
		String text = this.text.substring(0, first) + filling + this.text.substring(first + gap.length(), second)
				+ nextFilling;
		String rest = this.text.substring(second + nextGap.length());
		// A name like "Acme Corp." brings the full stop along.
		return text + (text.endsWith(".") && rest.equals(".") ? "" : rest);
	}

}
