package dev.loci.resolve;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.loci.memory.Basis;
import dev.loci.memory.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Decides which end counts for each start: of those that can mean it, the one of highest
 * rank.
 * <p>
 * The end of a stretch means the starts inside of that stretch, though it prolongs no
 * other stretch: it is there itself. Any other end means the last start before it: "until
 * 2026" and then "extended to 2030" is 2030, but what ends a later time does not undo the
 * end of an earlier one. A stretch whose own end stands is no such start: a detail must
 * not draw ends away from what surrounds it.
 */
final class Ends {

	/** The ends from here to the next start that they can mean. */
	private final Map<String, Group> ofState = new HashMap<>();

	private Group ofAny = new Group();

	private Ends() {
	}

	/** Settles it for all starts, given in order of time. */
	static void settle(List<Start> starts, List<End> ends) {
		Map<String, List<Start>> byState = new HashMap<>();
		starts.forEach((start) -> byState.computeIfAbsent(start.state(), (state) -> new ArrayList<>()).add(start));
		byState.values().forEach(Ends::endWithTheirStretch);
		new Ends().endBackwards(starts, ends.stream().sorted(Comparator.comparing(End::at)).toList());
	}

	private static void endWithTheirStretch(List<Start> starts) {
		Comparator<Start> byRank = Comparator.comparing((Start start) -> start.by.rank());
		TreeSet<Start> open = new TreeSet<>(byRank.thenComparing((start) -> start.by.id()));
		TreeSet<Start> byEnd = new TreeSet<>(
				Comparator.comparing(Ends::ownEnd).thenComparing((start) -> start.by.id()));
		for (int i = 0; i < starts.size();) {
			Instant at = starts.get(i).at();
			while (!byEnd.isEmpty() && !ownEnd(byEnd.first()).isAfter(at)) {
				open.remove(byEnd.pollFirst());
			}
			int first = i;
			for (; i < starts.size() && starts.get(i).at().equals(at); i++) {
				Start start = starts.get(i);
				if (start.by.isStretch() && start.basis == Basis.STATED) {
					open.add(start);
					byEnd.add(start);
				}
			}
			for (Start start : starts.subList(first, i)) {
				open.descendingSet()
					.stream()
					.map(Start::own)
					.filter((end) -> end != null && start.heeds(end) && !start.reopens(end))
					.findFirst()
					.filter((end) -> !start.by.isStretch() || end.at().isBefore(ownEnd(start)))
					.ifPresent(start::offer);
			}
		}
	}

	private static Instant ownEnd(Start start) {
		End own = start.own();
		return (own != null) ? own.at() : Instant.MAX;
	}

	private void endBackwards(List<Start> starts, List<End> ends) {
		int end = ends.size() - 1;
		for (int i = starts.size() - 1; i >= 0;) {
			Instant at = starts.get(i).at();
			for (; end >= 0 && ends.get(end).at().isAfter(at); end--) {
				add(ends.get(end));
			}
			List<Start> parting = new ArrayList<>();
			for (; i >= 0 && starts.get(i).at().equals(at); i--) {
				if (end(starts.get(i))) {
					parting.add(starts.get(i));
				}
			}
			parting.forEach(this::part);
		}
	}

	/** Ends after this start mean none before it, unless it was taken back by then. */
	private void part(Start start) {
		Group ofState = group(start.state());
		if (start.retract == null) {
			this.ofState.remove(start.state());
			this.ofAny = new Group();
		}
		else {
			ofState.leaveTo(start.retract);
			this.ofAny.leaveTo(start.retract);
		}
	}

	private void add(End end) {
		String state = end.by().state();
		(state.equals(Statement.ANY) ? this.ofAny : group(state)).add(end);
	}

	private Group group(String state) {
		return this.ofState.computeIfAbsent(state, (key) -> new Group());
	}

	/** Returns whether ends after this start can mean no earlier one. */
	private boolean end(Start start) {
		End best = group(start.state()).best(start);
		if (start.by.isStretch()) {
			if (best == null || !best.by().outranks(start.by)) {
				return false;
			}
			start.offer(best);
			return true;
		}
		if (best != null) {
			start.offer(best);
		}
		End any = this.ofAny.best(start);
		if (any != null) {
			start.offer(any);
		}
		return true;
	}

	private static final class Group {

		private static final Comparator<End> RANK = Comparator.comparing((end) -> end.by().rank());

		private final List<End> all = new ArrayList<>();

		/** Those that only starts can mean which were told later than this. */
		private final Map<End, Statement> left = new HashMap<>();

		private @Nullable End best;

		void add(End end) {
			this.all.add(end);
			if (this.best == null || RANK.compare(end, this.best) > 0) {
				this.best = end;
			}
		}

		/** From now on they mean only starts that were told later than this. */
		void leaveTo(Statement retract) {
			this.all.forEach((end) -> this.left.put(end, retract));
			this.left.replaceAll((end, other) -> other.isEarlierThan(retract) ? retract : other);
			this.all.clear();
			this.best = null;
		}

		@Nullable End best(Start start) {
			End own = ofThese(start);
			return this.left.isEmpty() ? own
					: Stream
						.concat(Stream.ofNullable(own),
								this.left.entrySet()
									.stream()
									.filter((each) -> !start.by.isEarlierThan(each.getValue()))
									.map(Map.Entry::getKey)
									.filter(start::heeds))
						.max(RANK)
						.orElse(null);
		}

		private @Nullable End ofThese(Start start) {
			if (this.best == null || start.heeds(this.best)) {
				return this.best;
			}
			// it heeds the end of no other than a correction, which would be the best
			if (start.liesApart()) {
				return null;
			}
			return this.all.stream().filter(start::heeds).max(RANK).orElse(null);
		}

	}

}
