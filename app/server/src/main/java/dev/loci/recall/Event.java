package dev.loci.recall;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.loci.memory.Entity;
import dev.loci.memory.Fact;
import dev.loci.memory.Interval;
import dev.loci.memory.Moments;
import dev.loci.memory.Precision;
import dev.loci.recall.Happening.Turn;
import dev.loci.recall.Recalled.Step;
import org.jspecify.annotations.Nullable;

/**
 * The fact of an event that a question names, and the time that the question means by it.
 */
record Event(Interval time, Step fact) {

	/**
	 * Nothing, if no fact is that of the event, or if several are: no time is better than
	 * a wrong one.
	 * @param facts about those whom the question names, whenever they held
	 */
	static Optional<Event> of(AskedEvent asked, List<Fact> facts, Set<String> linked) {
		List<Fact> meant = facts.stream()
			.filter((fact) -> asked.happening().predicates().contains(fact.predicate()) && isOf(asked, fact, linked))
			.toList();
		// Of a life that is known from its first home on, that one was not moved to.
		if (meant.size() > 1 && asked.what().isEmpty() && asked.happening().predicates().equals(Set.of("LIVES_IN"))
				&& asked.happening().turn() == Turn.begins) {
			Instant first = meant.stream().map(Event::begin).min(Instant::compareTo).orElseThrow();
			meant = meant.stream().filter((fact) -> begin(fact).isAfter(first)).toList();
		}
		return (meant.size() == 1) ? of(asked, meant.getFirst()) : Optional.empty();
	}

	private static Optional<Event> of(AskedEvent asked, Fact fact) {
		Interval time = time(asked, fact);
		return (time != null) ? Optional.of(new Event(time, new Step(fact.id().toString(), fact.text())))
				: Optional.empty();
	}

	/** Whom it has happened to is named or linked, and all else that is said is in it. */
	private static boolean isOf(AskedEvent asked, Fact fact, Set<String> linked) {
		Entity.Ref object = fact.object();
		String other = (object != null) ? object.name() : String.valueOf(fact.value());
		return isOf(asked, fact.subject(), other, linked)
				|| (object != null && isOf(asked, object, fact.subject().name(), linked));
	}

	private static boolean isOf(AskedEvent asked, Entity.Ref who, String other, Set<String> linked) {
		boolean named = asked.who().isEmpty() ? linked.contains(who.id().toString()) && !says(asked.what(), who.name())
				: says(asked.who(), who.name());
		return named && (asked.what().isEmpty() || says(asked.what(), other));
	}

	/** Half of a name will do. */
	private static boolean says(List<String> words, String name) {
		List<String> parts = AskedEvent.words(name);
		long said = parts.stream().filter(words::contains).count();
		return said > 0 && 2 * said >= parts.size();
	}

	private static @Nullable Interval time(AskedEvent asked, Fact fact) {
		boolean ends = asked.happening().turn() == Turn.ends;
		Instant turn = ends ? fact.validTo() : fact.validFrom();
		if (turn == null) {
			return null;
		}
		Instant last = (fact.validTo() != null) ? fact.validTo() : Moments.LAST;
		boolean holds = asked.happening().turn() == Turn.holds;
		return switch (asked.when()) {
			case before, until -> interval(Moments.FIRST, turn);
			case since -> interval(turn, Moments.LAST);
			case after -> interval((holds && fact.validTo() != null) ? last : turn, Moments.LAST);
			case during ->
				interval(turn, holds ? last : next(turn, ends ? fact.validToPrecision() : fact.validFromPrecision()));
		};
	}

	private static @Nullable Interval interval(Instant from, Instant to) {
		return from.isBefore(to) ? new Interval(from, to) : null;
	}

	private static Instant next(Instant turn, @Nullable Precision precision) {
		return Objects.requireNonNullElse(precision, Precision.DAY).next(turn);
	}

	private static Instant begin(Fact fact) {
		return (fact.validFrom() != null) ? fact.validFrom() : Moments.FIRST;
	}

}
