package dev.loci.memory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What may stand at one end of a predicate. Both empty means that anything may.
 *
 * @param types of entities, as the ontology's families spell them
 * @param literals of values that are no entities
 */
public record Range(List<String> types, Set<Literal> literals) {

	public static final Range ANYTHING = new Range(List.of(), Set.of());

	public Range {
		types = List.copyOf(types);
		literals = Set.copyOf(literals);
	}

	/** The type that an entity named without one can be given here. */
	public Optional<String> onlyType() {
		return (this.types.size() == 1 && this.literals.isEmpty()) ? Optional.of(this.types.getFirst())
				: Optional.empty();
	}

	/** The kinds of values that a fact can end in. */
	public enum Literal {

		TEXT, NUMBER, DATE, BOOLEAN;

		public static Optional<Literal> named(String word) {
			return Stream.of(values()).filter((literal) -> literal.name().equalsIgnoreCase(word)).findFirst();
		}

	}

}
