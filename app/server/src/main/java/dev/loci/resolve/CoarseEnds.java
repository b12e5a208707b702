package dev.loci.resolve;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.loci.memory.Moment;
import dev.loci.memory.Polarity;
import dev.loci.memory.Precision;
import dev.loci.memory.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Moves ends that were told coarsely to where in their period they can have been.
 * <p>
 * Who says in July "I left Acme in May" knows of the "I work at Acme" of 20 May: the end
 * came after it, not on the 1st. A finer end of the same state in the period is the
 * better one, unless the state was heard of again after it.
 */
final class CoarseEnds {

	private final Map<String, NavigableMap<Instant, List<Start>>> heard = new HashMap<>();

	private final Map<String, NavigableSet<Instant>> finer = new HashMap<>();

	private CoarseEnds(List<Start> starts) {
		for (Start start : starts) {
			if (!start.isHidden()) {
				hear(start.state(), start);
				hear(Statement.ANY, start);
			}
		}
	}

	private void hear(String state, Start start) {
		this.heard.computeIfAbsent(state, (key) -> new TreeMap<>())
			.computeIfAbsent(start.at(), (at) -> new ArrayList<>())
			.add(start);
	}

	/** The same ends, where they can have been. */
	static List<End> placed(List<End> ends, List<Start> starts) {
		if (ends.stream().noneMatch(CoarseEnds::isCoarse)) {
			return ends;
		}
		CoarseEnds placing = new CoarseEnds(starts);
		List<End> finestFirst = new ArrayList<>(ends);
		finestFirst.sort(Comparator.comparing((End end) -> end.to().precision()).reversed());
		List<End> placed = new ArrayList<>();
		for (int i = 0; i < finestFirst.size();) {
			Precision precision = finestFirst.get(i).to().precision();
			int first = i;
			for (; i < finestFirst.size() && finestFirst.get(i).to().precision() == precision; i++) {
				End end = finestFirst.get(i);
				placed.add(isCoarse(end) ? new End(end.by(), placing.place(end), end.retract()) : end);
			}
			placed.subList(first, i).stream().filter((end) -> end.retract() == null).forEach(placing::know);
		}
		return placed;
	}

	/** "Until May" says exactly when, "left in May" does not. */
	private static boolean isCoarse(End end) {
		return end.by().polarity() == Polarity.END && end.to().precision() != Precision.INSTANT;
	}

	private void know(End end) {
		this.finer.computeIfAbsent(end.by().state(), (state) -> new TreeSet<>()).add(end.at());
	}

	private Moment place(End end) {
		Precision precision = end.to().precision();
		Instant next = precision.next(end.at());
		Instant better = this.finer.getOrDefault(end.by().state(), new TreeSet<>()).lower(next);
		Instant last = lastHeard(end, next);
		if (better != null && !better.isBefore(end.at()) && (last == null || better.isAfter(last))) {
			return new Moment(better, precision);
		}
		boolean fits = last != null && last.plus(Precision.TICK).isBefore(next);
		return (last != null && fits) ? new Moment(last.plus(Precision.TICK), precision) : end.to();
	}

	private @Nullable Instant lastHeard(End end, Instant next) {
		var within = this.heard.getOrDefault(end.by().state(), new TreeMap<>()).subMap(end.at(), true, next, false);
		for (var entry : within.descendingMap().entrySet()) {
			for (Start start : entry.getValue()) {
				if (start.by.isEarlierThan(end.by()) && !isOverBy(start, next)) {
					return entry.getKey();
				}
			}
		}
		return null;
	}

	/** Then its own end is the better one. */
	private static boolean isOverBy(Start start, Instant next) {
		End own = start.own();
		return own != null && !own.at().isAfter(next);
	}

}
