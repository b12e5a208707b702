package dev.loci.resolve;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import dev.loci.memory.Basis;
import dev.loci.memory.Moment;
import dev.loci.memory.Precision;
import org.jspecify.annotations.Nullable;

/**
 * Moves starts that were told coarsely to where in their period they can have been.
 * <p>
 * A finer start of the same state in the period is the better one. Else, who says in
 * April "I moved to Berlin in March" knows of the "I live in Paris" of 20 March: the move
 * came after it, not on the 1st.
 */
final class CoarseStarts {

	private CoarseStarts() {
	}

	static void place(List<Start> starts) {
		List<Start> stated = new ArrayList<>();
		NavigableMap<Instant, List<Start>> heard = new TreeMap<>();
		for (Start start : starts) {
			if (start.basis == Basis.STATED) {
				stated.add(start);
			}
			else if (!start.isHidden()) {
				heard.computeIfAbsent(start.at(), (at) -> new ArrayList<>()).add(start);
			}
		}
		stated.sort(Comparator.comparing((Start start) -> start.from.precision()).reversed());
		Map<String, NavigableMap<Instant, Moment>> finer = new HashMap<>();
		for (int i = 0; i < stated.size();) {
			Precision precision = stated.get(i).from.precision();
			int first = i;
			for (; i < stated.size() && stated.get(i).from.precision() == precision; i++) {
				place(stated.get(i), finer.getOrDefault(stated.get(i).state(), new TreeMap<>()), heard);
			}
			for (Start start : stated.subList(first, i)) {
				if (!start.isHidden()) {
					finer.computeIfAbsent(start.state(), (state) -> new TreeMap<>())
						.putIfAbsent(start.at(), start.from);
				}
			}
		}
	}

	private static void place(Start start, NavigableMap<Instant, Moment> finer,
			NavigableMap<Instant, List<Start>> heard) {
		Precision precision = start.from.precision();
		if (precision == Precision.INSTANT) {
			return;
		}
		Instant next = precision.next(start.at());
		Instant end = (start.by.to() != null && start.by.to().at().isBefore(next)) ? start.by.to().at() : next;
		var better = finer.ceilingEntry(start.at());
		if (better != null && better.getKey().isBefore(end)) {
			start.from = better.getValue();
			return;
		}
		Instant other = lastHeardOfOthers(start, heard.subMap(start.at(), true, end, false));
		if (other != null && other.plus(Precision.TICK).isBefore(end)) {
			start.from = new Moment(other.plus(Precision.TICK), precision);
		}
	}

	private static @Nullable Instant lastHeardOfOthers(Start start, NavigableMap<Instant, List<Start>> heard) {
		for (var entry : heard.descendingMap().entrySet()) {
			for (Start other : entry.getValue()) {
				if (!other.state().equals(start.state()) && other.by.isEarlierThan(start.by)) {
					return entry.getKey();
				}
			}
		}
		return null;
	}

}
