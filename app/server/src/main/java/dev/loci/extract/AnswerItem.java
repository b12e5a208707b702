package dev.loci.extract;

import java.util.Optional;

import dev.loci.memory.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One item of an answer. Its fields are what the schema says, or the item is refused:
 * endpoints do not all hold their models to a schema.
 */
record AnswerItem(JsonNode node) {

	/** Nothing that is worth keeping is longer. */
	private static final int LONGEST = 2_000;

	private static final int LONGEST_SHOWN = 200;

	/** A text that must be there. */
	String text(String field) {
		String text = textOrNull(field);
		if (text == null) {
			throw new AnswerRefused(field + " is missing");
		}
		return text;
	}

	/** A text that may be absent, and never is blank. */
	@Nullable String textOrNull(String field) {
		JsonNode value = this.node.path(field);
		if (isAbsent(value)) {
			return null;
		}
		if (!value.isString()) {
			throw new AnswerRefused(field + " is no text");
		}
		String text = Text.checked(field, value.stringValue()).strip();
		if (text.length() > LONGEST) {
			throw new AnswerRefused(field + " is longer than " + LONGEST + " characters");
		}
		return text.isEmpty() ? null : text;
	}

	/** A whole number that must be there. */
	int number(String field) {
		return numberOrNone(field).orElseThrow(() -> new AnswerRefused(field + " is missing"));
	}

	/** A whole number that may be absent. */
	Optional<Integer> numberOrNone(String field) {
		JsonNode value = this.node.path(field);
		if (isAbsent(value)) {
			return Optional.empty();
		}
		if (!value.isIntegralNumber() || !value.canConvertToInt()) {
			throw new AnswerRefused(field + " is no whole number");
		}
		return Optional.of(value.intValue());
	}

	/** Between 0 and 1. */
	double share(String field) {
		JsonNode value = this.node.path(field);
		if (!value.isNumber()) {
			throw new AnswerRefused(field + " is no number");
		}
		double share = value.doubleValue();
		if (!(share >= 0 && share <= 1)) {
			throw new AnswerRefused(field + " is not between 0 and 1");
		}
		return share;
	}

	/** Not, unless it is said. */
	boolean isTrue(String field) {
		JsonNode value = this.node.path(field);
		if (!isAbsent(value) && !value.isBoolean()) {
			throw new AnswerRefused(field + " is neither true nor false");
		}
		return value.isBoolean() && value.booleanValue();
	}

	/** A text, a number, true or false. */
	@Nullable Object value(String field) {
		JsonNode value = this.node.path(field);
		if (value.isString()) {
			return textOrNull(field);
		}
		if (value.isNumber()) {
			if (!Double.isFinite(value.doubleValue())) {
				throw new AnswerRefused(field + " is beyond all numbers that can be kept");
			}
			return value.decimalValue();
		}
		if (value.isBoolean()) {
			return value.booleanValue();
		}
		if (isAbsent(value)) {
			return null;
		}
		throw new AnswerRefused(field + " is neither text nor number nor true or false");
	}

	/** By which people recognise it: the field if it is a text, else all of it. */
	String shown(String field) {
		JsonNode value = this.node.path(field);
		return PromptWord.shortened(value.isString() ? value.stringValue() : this.node.toString(), LONGEST_SHOWN);
	}

	private static boolean isAbsent(JsonNode value) {
		return value.isMissingNode() || value.isNull();
	}

}
