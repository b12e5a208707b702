package dev.loci.extract;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

import dev.loci.memory.Named;
import dev.loci.memory.Polarity;
import dev.loci.memory.Range;
import dev.loci.memory.Range.Literal;
import dev.loci.memory.Reading;
import dev.loci.memory.Slot;
import org.jspecify.annotations.Nullable;

/**
 * What a fact of an answer leads to: an entity, or a value.
 * <p>
 * Models mix the two up, and the predicate tells which one is meant: whoever lives in the
 * text "Berlin" lives in a place of that name.
 */
record AnswerTarget(@Nullable Named object, @Nullable Object value) {

	private static final AnswerTarget NOTHING = new AnswerTarget(null, null);

	static AnswerTarget of(AnswerItem item, AnswerEntities entities, Reading reading, Polarity polarity) {
		Range range = reading.swapped() ? reading.predicate().subject() : reading.predicate().object();
		boolean entitiesOnly = reading.swapped() || (range.literals().isEmpty() && !range.types().isEmpty());
		boolean valuesOnly = range.types().isEmpty() && !range.literals().isEmpty();
		Integer object = item.numberOrNone("object").orElse(null);
		Object value = item.value("value");
		if (object != null && !(valuesOnly && value != null)) {
			Named named = entities.named("object", object);
			return valuesOnly ? new AnswerTarget(null, literal(name(entities, object), range.literals()))
					: new AnswerTarget(named, null);
		}
		if (value != null) {
			return entitiesOnly ? new AnswerTarget(Named.of(name(value), range.onlyType().orElse(null)), null)
					: new AnswerTarget(null, literal(value, range.literals()));
		}
		boolean single = reading.predicate().slot() instanceof Slot.OfSubject && !reading.swapped();
		if (polarity == Polarity.ASSERT || !single) {
			throw new AnswerRefused("object and value are missing");
		}
		return NOTHING;
	}

	private static Object name(AnswerEntities entities, int number) {
		return entities.name(number).orElseThrow(() -> new AnswerRefused("object is an entity and must be a value"));
	}

	private static String name(Object value) {
		if (value instanceof String name) {
			return name;
		}
		throw new AnswerRefused("value is no name and must be an entity");
	}

	private static Object literal(Object value, Set<Literal> allowed) {
		return switch (value) {
			case String text when !allowed.isEmpty() && !allowed.contains(Literal.TEXT) -> read(text, allowed);
			case String text -> text;
			case Boolean truth when allowed.isEmpty() || allowed.contains(Literal.BOOLEAN) -> truth;
			case BigDecimal number when allowed.isEmpty() || allowed.contains(Literal.NUMBER) -> number;
			case BigDecimal number when allowed.contains(Literal.TEXT) -> number.toPlainString();
			default -> throw new AnswerRefused("value is not of a kind that the predicate takes");
		};
	}

	private static Object read(String text, Set<Literal> allowed) {
		try {
			if (allowed.contains(Literal.DATE)) {
				return LocalDate.parse(text).toString();
			}
			if (allowed.contains(Literal.NUMBER)) {
				return new BigDecimal(text);
			}
			return Objects.requireNonNull(switch (text) {
				case "true" -> true;
				case "false" -> false;
				default -> throw new AnswerRefused("value is neither true nor false");
			});
		}
		catch (DateTimeException | NumberFormatException ex) {
			throw new AnswerRefused("value is not of a kind that the predicate takes");
		}
	}

}
