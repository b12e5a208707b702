package dev.loci.resolve;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import dev.loci.memory.Basis;
import dev.loci.memory.Moment;
import dev.loci.memory.Polarity;
import dev.loci.memory.Statement;
import dev.loci.memory.StatementId;
import org.jspecify.annotations.Nullable;

/**
 * Statements that know when a state ended and not when it began: they fill the empty time
 * before their end, and change nothing that is known.
 */
final class UnknownStarts {

	private final NavigableMap<Instant, Stretch> stretches = new TreeMap<>();

	private final List<StatementId> contested = new ArrayList<>();

	private final NavigableMap<Instant, List<Statement>> retractsByEnd = new TreeMap<>();

	private UnknownStarts(Collection<Statement> statements) {
		for (Statement statement : statements) {
			if (statement.polarity() == Polarity.RETRACT && statement.to() != null && !statement.suggestion()) {
				this.retractsByEnd.computeIfAbsent(end(statement), (end) -> new ArrayList<>()).add(statement);
			}
		}
	}

	static Timeline fill(List<Stretch> known, List<Statement> unknown, Collection<Statement> statements) {
		UnknownStarts filling = new UnknownStarts(statements);
		known.forEach((stretch) -> filling.stretches.put(start(stretch), stretch));
		unknown.stream()
			.sorted(Comparator.comparing(UnknownStarts::end)
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
		Moment retracted = lastRetracted(statement, (from != null) ? from.at() : Instant.MIN);
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
		finish(filled, statement);
	}

	/** An end that did not count must not count by this way. */
	private void prolong(Stretch before, Statement statement) {
		if (before.ends.stream().allMatch(statement::outranks)) {
			before.supports.add(statement);
			before.ends.clear();
			finish(before, statement);
		}
		else {
			this.contested.add(statement.id());
		}
	}

	private void finish(Stretch stretch, Statement statement) {
		stretch.to = statement.to();
		stretch.ends.add(statement);
		Stretch next = this.stretches.get(end(statement));
		if (next != null && next.state.equals(stretch.state)) {
			this.stretches.remove(end(statement));
			stretch.to = next.to;
			stretch.ends.clear();
			stretch.ends.addAll(next.ends);
			stretch.supports.addAll(next.supports);
		}
	}

	private @Nullable Moment lastRetracted(Statement statement, Instant after) {
		Instant end = end(statement);
		if (!after.isBefore(end)) {
			return null;
		}
		return this.retractsByEnd.subMap(after, false, end, false)
			.descendingMap()
			.values()
			.stream()
			.flatMap(List::stream)
			.filter((retract) -> retract.concerns(statement.state()) && statement.isEarlierThan(retract)
					&& retract.rank().authority().compareTo(statement.rank().authority()) >= 0)
			.findFirst()
			.map(Statement::to)
			.orElse(null);
	}

}
