package dev.loci.resolve;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;

import dev.loci.memory.Fingerprint;
import dev.loci.memory.InvalidInput;
import dev.loci.memory.Range.Literal;
import dev.loci.memory.Text;

/**
 * What a fact is about when that is no entity.
 *
 * @param stored as the database keeps it
 * @param key equal for values that mean the same, and short
 */
record Value(Literal type, Object stored, String key) {

	private static final int LONGEST_KEY = 100;

	/**
	 * Reads a value as one of those that are allowed; all are, if none is named.
	 */
	static Value of(Object told, Set<Literal> allowed) {
		return switch (told) {
			case Boolean truth when isAllowed(Literal.BOOLEAN, allowed) ->
				new Value(Literal.BOOLEAN, truth, truth.toString());
			case Number number when isAllowed(Literal.NUMBER, allowed) -> number(number);
			case String text when allowed.contains(Literal.DATE) && isDate(text) -> date(text);
			case String text when isAllowed(Literal.TEXT, allowed) -> text(text);
			default -> throw new InvalidInput("value", "must be " + words(allowed));
		};
	}

	private static boolean isAllowed(Literal type, Set<Literal> allowed) {
		return allowed.isEmpty() || allowed.contains(type);
	}

	private static Value number(Number told) {
		BigDecimal exact = new BigDecimal(told.toString()).stripTrailingZeros();
		if (Math.abs((long) exact.precision() - exact.scale()) > 300 || Math.abs((long) exact.scale()) > 300) {
			throw new InvalidInput("value", "is beyond all numbers that can be kept");
		}
		boolean whole = exact.scale() <= 0 && exact.precision() - exact.scale() < 19;
		if (!whole && exact.scale() <= 0 && BigDecimal.valueOf(exact.doubleValue()).compareTo(exact) != 0) {
			throw new InvalidInput("value", "is a whole number too large to be kept exactly: send it as a text");
		}
		if (whole) {
			return new Value(Literal.NUMBER, exact.longValueExact(), exact.toString());
		}
		double near = exact.doubleValue();
		// What cannot be told apart once it is kept is one and the same.
		return new Value(Literal.NUMBER, near, BigDecimal.valueOf(near).stripTrailingZeros().toString());
	}

	private static Value text(String told) {
		String text = Text.checked("value", told).strip();
		if (text.isEmpty()) {
			throw new InvalidInput("value", "must not be empty");
		}
		String key = Text.folded(text);
		return new Value(Literal.TEXT, text, (key.length() > LONGEST_KEY) ? "#" + Fingerprint.of(key) : key);
	}

	private static Value date(String told) {
		String day = day(told).toString();
		return new Value(Literal.DATE, day, day);
	}

	private static boolean isDate(String told) {
		try {
			return day(told).getYear() >= 1;
		}
		catch (DateTimeException ex) {
			return false;
		}
	}

	private static LocalDate day(String told) {
		return (told.indexOf('T') > 0) ? OffsetDateTime.parse(told).toLocalDate() : LocalDate.parse(told);
	}

	private static String words(Set<Literal> allowed) {
		return allowed.stream().map((type) -> switch (type) {
			case TEXT -> "a text";
			case NUMBER -> "a number";
			case DATE -> "a date like 1990-05-17";
			case BOOLEAN -> "true or false";
		}).sorted().reduce((one, other) -> one + " or " + other).orElse("a text, a number, true or false");
	}

}
