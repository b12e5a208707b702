package dev.loci.resolve;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import dev.loci.memory.InvalidInput;
import dev.loci.memory.Predicate;
import dev.loci.memory.PredicateName;
import dev.loci.memory.Range;
import dev.loci.memory.Slot;
import dev.loci.memory.Template;
import dev.loci.memory.TimeKind;
import org.jspecify.annotations.Nullable;

/**
 * The predicates of the file.
 * <p>
 * Of two inverse ones, both named in the file, one says all about itself and is stored;
 * the other one has words of its own and nothing else, and becomes part of the first.
 */
final class PredicatesSection {

	private final Section all;

	private PredicatesSection(Section all) {
		this.all = all;
	}

	static List<Predicate> read(Section all) {
		PredicatesSection section = new PredicatesSection(all);
		return all.keys()
			.stream()
			.map(section::checked)
			.filter((one) -> !isMirror(one))
			.map(section::predicate)
			.toList();
	}

	private Section checked(String name) {
		Section one = this.all.section(name);
		if (isMirror(one)) {
			one.expectOnly("inverse", "synonyms", "ends");
		}
		else {
			one.expectOnly("kind", "time", "slot", "group", "subject", "object", "symmetric", "inverse", "text",
					"synonyms", "ends");
		}
		one.text("inverse").ifPresent((inverse) -> checkInverse(one, inverse));
		return one;
	}

	private void checkInverse(Section one, String inverse) {
		if (inverse.equals(one.name())) {
			throw one.refused("inverse", one.name() + " is its own inverse: say symmetric: true");
		}
		if (!this.all.has(inverse)) {
			throw one.refused("inverse", "there is no predicate " + inverse);
		}
		Section other = this.all.section(inverse);
		if (!other.text("inverse").equals(Optional.of(one.name()))) {
			throw one.refused("inverse", "%s does not name %s as its inverse".formatted(inverse, one.name()));
		}
		if (isMirror(one) == isMirror(other)) {
			throw one.refused("inverse",
					"of %s and %s, one must say kind, time and slot, and only one: it is the one that is stored"
						.formatted(one.name(), inverse));
		}
	}

	private static boolean isMirror(Section one) {
		return one.has("inverse") && !one.has("kind");
	}

	private Predicate predicate(Section one) {
		PredicateName name = name(this.all, one.name());
		return new Predicate(name, one.texts("synonyms"), one.texts("ends"), range(one, "subject"),
				range(one, "object"), one.flag("symmetric"), inverse(one), kind(one),
				one.choice("time", TimeKind.class).orElse(TimeKind.STATE), slot(one),
				one.text("text")
					.map((text) -> located(one, "text", () -> new Template(text)))
					.orElseGet(() -> Template.of(name)));
	}

	private static Predicate.Kind kind(Section one) {
		return one.choice("kind", Predicate.Kind.class)
			.orElseThrow(() -> one.refused("kind", "kind is missing in " + one.name()));
	}

	private Predicate.@Nullable Inverse inverse(Section one) {
		return one.text("inverse").map((name) -> {
			Section other = this.all.section(name);
			return new Predicate.Inverse(name(this.all, name), other.texts("synonyms"), other.texts("ends"));
		}).orElse(null);
	}

	private static PredicateName name(Section all, String written) {
		PredicateName name = located(all, written, () -> new PredicateName(written));
		if (!name.value().equals(written)) {
			throw all.refused(written, "the predicate %s must be written %s".formatted(written, name));
		}
		return name;
	}

	/** Nothing said means that anything may stand there. */
	private static Range range(Section one, String key) {
		List<String> types = new ArrayList<>();
		Set<Range.Literal> literals = EnumSet.noneOf(Range.Literal.class);
		for (String word : one.texts(key)) {
			Range.Literal.named(word).ifPresentOrElse(literals::add, () -> types.add(word));
		}
		return new Range(types, literals);
	}

	private static Slot slot(Section one) {
		String slot = one.text("slot").orElse("none");
		Optional<String> group = one.text("group");
		boolean pair = slot.equals("subject+object");
		if (pair && group.isEmpty()) {
			throw one.refused("slot", "subject+object needs a group: which predicates exclude each other?");
		}
		if (!pair && group.isPresent()) {
			throw one.refused("group", "a group is for the slot subject+object");
		}
		return switch (slot) {
			case "subject" -> new Slot.OfSubject();
			case "subject+object" -> located(one, "group", () -> new Slot.OfPair(group.orElseThrow()));
			case "none" -> new Slot.Open();
			default -> throw one.unknown("slot", slot, List.of("subject", "subject+object", "none"));
		};
	}

	private static <T> T located(Section section, String key, Supplier<T> made) {
		try {
			return made.get();
		}
		catch (InvalidInput ex) {
			throw section.refused(key, ex.field() + " " + ex.reason());
		}
	}

}
