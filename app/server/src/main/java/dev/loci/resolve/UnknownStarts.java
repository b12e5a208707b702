package dev.loci.resolve;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.loci.memory.Basis;
import dev.loci.memory.Moment;
import dev.loci.memory.Polarity;
import dev.loci.memory.Statement;
import dev.loci.memory.StatementId;
import org.jspecify.annotations.Nullable;

/**
 * Statements that know when a state ended and not when it began: they fill the empty time
 * before their end, and change nothing that is known. What ends their state puts that end
 * right if it has the higher rank, as it does where the start is known.
 */
final class UnknownStarts {

	private final NavigableMap<Instant, Stretch> stretches = new TreeMap<>();

	private final List<StatementId> contested = new ArrayList<>();

	private final NavigableMap<Instant, List<Statement>> retractsByEnd = new TreeMap<>();

	private final List<Statement> retracts = new ArrayList<>();

	private final Map<String, List<End>> ends;

	private UnknownStarts(List<End> ends, Collection<Statement> statements) {
		this.ends = ends.stream()
			.filter((end) -> end.by().polarity() == Polarity.END)
			.collect(Collectors.groupingBy((end) -> end.by().state()));
		for (Statement statement : statements) {
			if (statement.polarity() == Polarity.RETRACT && !statement.suggestion()) {
				this.retracts.add(statement);
				if (statement.to() != null) {
					this.retractsByEnd.computeIfAbsent(end(statement), (end) -> new ArrayList<>()).add(statement);
				}
			}
		}
	}

	static Timeline fill(List<Stretch> known, Events events, Collection<Statement> statements) {
		UnknownStarts filling = new UnknownStarts(events.ends(), statements);
		known.forEach((stretch) -> filling.stretches.put(start(stretch), stretch));
		events.unknown()
			.stream()
			.sorted(Comparator.comparing((Statement statement) -> end(statement))
				.thenComparing(Statement::rank)
				.thenComparing(Statement::id))
			.forEach(filling::fill);
		return new Timeline(filling.stretches.values().stream().map(Stretch::run).toList(), filling.contested);
	}

	private static Instant start(Stretch stretch) {
		return (stretch.from != null) ? stretch.from.at() : Instant.MIN;
	}

	private static Instant end(Statement statement) {
		return (statement.to() != null) ? statement.to().at() : Instant.MAX;
	}

	private void fill(Statement statement) {
		Instant end = end(statement);
		var entry = this.stretches.lowerEntry(end);
		Stretch before = (entry != null) ? entry.getValue() : null;
		if (before == null || (before.to != null && before.to.at().isBefore(end))) {
			fillAfter(before, statement);
		}
		else if (before.state.equals(statement.state())) {
			before.supports.add(statement);
		}
		else {
			this.contested.add(statement.id());
		}
	}

	private void fillAfter(@Nullable Stretch before, Statement statement) {
		Moment from = (before != null) ? before.to : null;
		Instant after = (from != null) ? from.at() : Instant.MIN;
		End end = end(statement, after);
		if (end.at().isBefore(end(statement)) && isRetracted(statement, end.at().minusNanos(1), end.at())) {
			return;
		}
		Moment retracted = lastRetracted(statement, after, end.at());
		if (retracted != null) {
			from = retracted;
		}
		else if (before != null && before.state.equals(statement.state())) {
			prolong(before, statement);
			return;
		}
		Stretch filled = new Stretch(statement.state(), from, Basis.UNKNOWN);
		filled.supports.add(statement);
		this.stretches.put(start(filled), filled);
		finish(filled, end);
	}

	/**
	 * Which end counts of one that begins after this moment. What ends any state ends it
	 * only while it lasts, and nothing prolongs it into a time of which more is known.
	 */
	private End end(Statement statement, Instant after) {
		Instant own = end(statement);
		Instant next = Objects.requireNonNullElse(this.stretches.ceilingKey(own), Instant.MAX);
		Stream<End> ofState = this.ends.getOrDefault(statement.state(), List.of())
			.stream()
			.filter((end) -> !end.at().isAfter(next) && !isRetracted(statement, own, end.at()));
		Stream<End> ofAny = this.ends.getOrDefault(Statement.ANY, List.of())
			.stream()
			.filter((end) -> end.at().isBefore(own));
		return Stream.concat(ofState, ofAny)
			.filter((end) -> end.at().isAfter(after) && end.by().outranks(statement) && !end.isVoidFor(statement))
			.max(Comparator.comparing((end) -> end.by().rank()))
			.orElseGet(() -> own(statement));
	}

	private static End own(Statement statement) {
		return new End(statement, Objects.requireNonNull(statement.to()), null);
	}

	/** An end that did not count must not count by this way. */
	private void prolong(Stretch before, Statement statement) {
		if (before.ends.stream().allMatch(statement::outranks)) {
			before.supports.add(statement);
			before.ends.clear();
			finish(before, own(statement));
		}
		else {
			this.contested.add(statement.id());
		}
	}

	private void finish(Stretch stretch, End end) {
		stretch.to = end.to();
		stretch.ends.add(end.by());
		Stretch next = this.stretches.get(end.at());
		if (next != null && next.state.equals(stretch.state)) {
			this.stretches.remove(end.at());
			stretch.to = next.to;
			stretch.ends.clear();
			stretch.ends.addAll(next.ends);
			stretch.supports.addAll(next.supports);
		}
	}

	private @Nullable Moment lastRetracted(Statement statement, Instant after, Instant end) {
		if (!after.isBefore(end)) {
			return null;
		}
		return this.retractsByEnd.subMap(after, false, end, false)
			.descendingMap()
			.values()
			.stream()
			.flatMap(List::stream)
			.filter((retract) -> takesBack(retract, statement))
			.findFirst()
			.map(Statement::to)
			.orElse(null);
	}

	/** Whether it is taken back somewhere between these moments. */
	private boolean isRetracted(Statement statement, Instant from, Instant to) {
		return this.retracts.stream()
			.filter((retract) -> takesBack(retract, statement))
			.anyMatch((retract) -> end(retract).isAfter(from)
					&& (retract.from() == null || retract.from().at().isBefore(to)));
	}

	private static boolean takesBack(Statement retract, Statement statement) {
		return retract.concerns(statement.state()) && statement.isEarlierThan(retract)
				&& retract.rank().authority().compareTo(statement.rank().authority()) >= 0;
	}

}
