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
import dev.loci.memory.Statement;

/**
 * What happened, once for every time that was told. It stays true that it happened, so
 * none of them ends another, or ends at all.
 */
final class Occurrences {

	private Occurrences() {
	}

	static Timeline of(Collection<Statement> statements) {
		List<Start> dated = new ArrayList<>();
		List<Start> undated = new ArrayList<>();
		for (Start start : starts(statements)) {
			(start.basis == Basis.STATED ? dated : undated).add(start);
		}
		CoarseStarts.place(dated);
		NavigableMap<Instant, Stretch> found = new TreeMap<>();
		for (Start start : dated) {
			found.computeIfAbsent(start.at(), (at) -> new Stretch(start.state(), start.from, Basis.STATED)).supports
				.add(start.by);
		}
		NavigableMap<Instant, Stretch> all = new TreeMap<>(found);
		List<Start> first = undated.stream().filter((start) -> found.floorKey(start.at()) == null).toList();
		for (Start start : undated) {
			var before = found.floorEntry(start.at());
			Start one = (before == null) ? first.getFirst() : start;
			Stretch occurrence = (before != null) ? before.getValue()
					: all.computeIfAbsent(one.at(), (at) -> new Stretch(one.state(), one.from, Basis.OBSERVED));
			occurrence.supports.add(start.by);
		}
		return new Timeline(all.values().stream().map(Stretch::run).toList(), List.of());
	}

	private static List<Start> starts(Collection<Statement> statements) {
		Events events = Events.of(statements);
		List<Start> starts = new ArrayList<>(events.starts().stream().filter((start) -> !start.isHidden()).toList());
		for (Statement statement : events.unknown()) {
			if (statement.to() != null) {
				starts.add(new Start(statement, Moment.of(statement.rank().observedAt()), Basis.OBSERVED, null));
			}
		}
		starts.sort(Comparator.comparing(Start::at).thenComparing((start) -> start.by.rank()));
		return starts;
	}

}
