package dev.loci.resolve;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.loci.memory.Fact.Visibility;
import dev.loci.memory.Family;
import dev.loci.memory.InvalidInput;
import dev.loci.memory.Named;
import dev.loci.memory.Ontology;
import dev.loci.memory.Polarity;
import dev.loci.memory.PredicateName;
import dev.loci.memory.Range;
import dev.loci.memory.Reading;
import dev.loci.memory.Slot;
import dev.loci.memory.Told;
import org.jspecify.annotations.Nullable;

/**
 * A statement whose words are understood: what it says in terms of the ontology.
 *
 * @param others what else its words may end
 * @param subject as told, with the type that the predicate suggests, or who was decided
 * to be meant
 * @param object likewise
 */
record Understood(Told told, Reading reading, List<Reading> others, Polarity polarity, Named subject,
		@Nullable Named object, @Nullable Value value) {

	/**
	 * Reads a statement.
	 * @throws InvalidInput if it says nothing that could be true
	 */
	static Understood of(Told told, Ontology ontology) {
		if (told.subject() == null) {
			throw new InvalidInput("subject", "is missing: a name, an id or an externalId");
		}
		if (told.predicate() == null) {
			throw new InvalidInput("predicate", "is missing");
		}
		if (told.object() != null && told.value() != null) {
			throw new InvalidInput("object", "and value exclude each other");
		}
		checkWording(told);
		List<Reading> endings = (told.polarity() != Polarity.RETRACT) ? ontology.endings(told.predicate()) : List.of();
		return endings.isEmpty()
				? of(told, List.of(ontology.read(told.predicate())),
						Objects.requireNonNullElse(told.polarity(), Polarity.ASSERT))
				: of(told, fitting(endings, told, ontology), Polarity.END);
	}

	/**
	 * What the ontology would refuse, under its own words: nothing that is known of them
	 * is asked of it.
	 */
	static Understood inItsWords(Told told) {
		Reading unknown = new Reading(Ontology.RELATED_TO, new PredicateName(Objects.requireNonNull(told.predicate())),
				false);
		return new Understood(told, unknown, List.of(), Objects.requireNonNullElse(told.polarity(), Polarity.ASSERT),
				Objects.requireNonNull(told.subject()), told.object(),
				(told.value() != null) ? Value.of(told.value(), Set.of()) : null);
	}

	private static Understood of(Told told, List<Reading> readings, Polarity polarity) {
		Reading reading = readings.getFirst();
		checkObject(told, reading, polarity);
		Named subject = Objects.requireNonNull(told.subject());
		Range subjects = reading.swapped() ? reading.predicate().object() : reading.predicate().subject();
		Range objects = reading.swapped() ? reading.predicate().subject() : reading.predicate().object();
		return new Understood(told, reading, readings.subList(1, readings.size()), polarity,
				subject.checked("subject").orOf(onlyType(subjects, readings)),
				(told.object() != null) ? told.object().checked("object").orOf(onlyType(objects, readings)) : null,
				(told.value() != null) ? Value.of(told.value(), objects.literals()) : null);
	}

	/**
	 * Words that may mean several things do not tell what sort of thing they are about.
	 */
	private static @Nullable String onlyType(Range range, List<Reading> readings) {
		return (readings.size() == 1) ? range.onlyType().orElse(null) : null;
	}

	/** The same, where its words mean this one of the others. */
	Understood as(Reading reading) {
		Understood read = of(this.told, List.of(reading), this.polarity);
		return read.meaning(this.subject.orOf(read.subject.type()),
				(this.object != null && read.object != null) ? this.object.orOf(read.object.type()) : null);
	}

	/** The same of these, whoever else might be called so. */
	Understood meaning(Named whom, @Nullable Named what) {
		return new Understood(this.told, this.reading, this.others, this.polarity, whom, what, this.value);
	}

	private static void checkWording(Told told) {
		Double confidence = told.wording().confidence();
		if (confidence != null && !(confidence >= 0 && confidence <= 1)) {
			throw new InvalidInput("confidence", "must lie between 0 and 1");
		}
		if (told.wording().text() != null && told.wording().text().isBlank()) {
			throw new InvalidInput("text", "must not be empty; without one it is written");
		}
		if (told.source().visibility() == Visibility.AGENT && told.source().agentId() == null) {
			throw new InvalidInput("visibility", "AGENT needs an agentId, whose it shall be");
		}
	}

	private static void checkObject(Told told, Reading reading, Polarity polarity) {
		boolean something = told.object() != null || told.value() != null;
		if (!something && polarity == Polarity.ASSERT) {
			throw new InvalidInput("object", "or value is missing");
		}
		boolean single = reading.predicate().slot() instanceof Slot.OfSubject;
		if (!something && (!single || reading.swapped())) {
			throw new InvalidInput("object", "is missing: there may be several, so say which one");
		}
		Range range = reading.swapped() ? reading.predicate().subject() : reading.predicate().object();
		if (told.object() != null && range.types().isEmpty() && !range.literals().isEmpty()) {
			throw new InvalidInput("object", "must be a value here: " + reading.name() + " leads to no entity");
		}
		if (told.value() != null && (reading.swapped() || (range.literals().isEmpty() && !range.types().isEmpty()))) {
			throw new InvalidInput("value", "must be an entity here: give an object with a name");
		}
	}

	/** "left" may end a job or a membership: the type of the object tells. */
	private static List<Reading> fitting(List<Reading> readings, Told told, Ontology ontology) {
		List<Reading> fitting = readings.stream().filter((reading) -> fits(reading, told, ontology)).toList();
		if (fitting.isEmpty()) {
			throw new InvalidInput("predicate", "does not go with an object of this type");
		}
		return fitting;
	}

	private static boolean fits(Reading reading, Told told, Ontology ontology) {
		String type = (told.object() != null) ? told.object().type() : null;
		Range range = reading.swapped() ? reading.predicate().subject() : reading.predicate().object();
		if (type == null || range.types().isEmpty()) {
			return true;
		}
		Optional<Family> family = ontology.family(type);
		return range.types().stream().anyMatch((allowed) -> ontology.family(allowed).equals(family));
	}

}
