package dev.loci.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.loci.memory.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The states that were begun and not ended, each on top of those that it interrupts.
 * <p>
 * A stay is laid on top. A move replaces what lies there, down to an earlier start of its
 * own state if there is one: she is back. What starts inside an open correction of
 * another state goes nowhere. A correction with an end lies apart, above all else, where
 * only corrections move it: it hides what goes on beneath and leaves no trace in it. What
 * is taken back has its place, but is not seen and moves nothing until it is seen.
 */
final class Pile {

	private final Retractions retractions;

	/** All that lies in it, from the bottom. */
	private final NavigableSet<Start> layers = new TreeSet<>(Start.BY_HEIGHT);

	/** Those of them that are not taken back now. */
	private final NavigableSet<Start> seen = new TreeSet<>(Start.BY_HEIGHT);

	private final Map<String, Set<Start>> ofState = new HashMap<>();

	/** Those that were taken back ever since they lie there. */
	private final Set<Start> unseen = new HashSet<>();

	private int turns;

	private int openCorrections;

	Pile(Retractions retractions) {
		this.retractions = retractions;
	}

	void lay(Start start) {
		start.turn = this.turns++;
		if (this.retractions.hideForGood(start.by) || isOverruled(start)) {
			return;
		}
		this.layers.add(start);
		this.ofState.computeIfAbsent(start.state(), (state) -> new HashSet<>()).add(start);
		this.openCorrections += start.isOpenCorrection() ? 1 : 0;
		if (this.retractions.hide(start.by)) {
			this.unseen.add(start);
		}
		else {
			this.seen.add(start);
			replaceBeneath(start);
		}
	}

	/** Whether an open correction settles it, and no later start has brought it back. */
	private boolean isOverruled(Start start) {
		if (this.openCorrections == 0 || start.by.isCorrection()) {
			return false;
		}
		for (Start other : this.layers.descendingSet()) {
			if (other.state().equals(start.state())) {
				return false;
			}
			if (other.isOpenCorrection() && other.overrules(start.by, start.at()) && !this.unseen.contains(other)) {
				return true;
			}
		}
		return false;
	}

	private void replaceBeneath(Start start) {
		if (start.own() != null) {
			return;
		}
		List<Start> replaced = new ArrayList<>();
		for (Start other : (Iterable<Start>) beneath(start)::iterator) {
			if (other.state().equals(start.state())) {
				break;
			}
			if (!other.liesApart() || start.by.isCorrection()) {
				replaced.add(other);
			}
		}
		replaced.forEach(this::takeOut);
	}

	/**
	 * What a move can replace, from the top: of what lies apart, all that was there
	 * before.
	 */
	private Stream<Start> beneath(Start move) {
		return Stream.concat(
				this.layers.descendingSet()
					.stream()
					.takeWhile(Start::liesApart)
					.filter((start) -> start.turn < move.turn),
				this.layers.headSet(move, false).descendingSet().stream());
	}

	/**
	 * Looks again at what these begin or cease to take back.
	 * @return what is seen for the first time
	 */
	List<Start> reconsider(List<Statement> retracts) {
		List<Start> concerned = retracts.stream().map(Statement::state).distinct().flatMap(this::of).toList();
		concerned.stream().filter((start) -> this.retractions.hideForGood(start.by)).forEach(this::takeOut);
		List<Start> revealed = new ArrayList<>();
		for (Start start : concerned) {
			if (!holds(start) || this.retractions.hide(start.by)) {
				this.seen.remove(start);
			}
			else if (this.seen.add(start) && this.unseen.remove(start)) {
				revealed.add(start);
			}
		}
		// what was never seen has moved nothing yet
		revealed.stream()
			.sorted(Comparator.comparingInt((start) -> start.turn))
			.filter(this::holds)
			.forEach(this::replaceBeneath);
		return revealed;
	}

	/** Returns what this end took out. */
	List<Start> end(End end) {
		List<Start> ended = of(end.by().state()).filter((start) -> !start.outlasts(end)).toList();
		ended.forEach(this::takeOut);
		return ended;
	}

	private Stream<Start> of(String state) {
		return state.equals(Statement.ANY) ? this.layers.stream() : this.ofState.getOrDefault(state, Set.of()).stream();
	}

	void takeOut(Start start) {
		if (this.layers.remove(start)) {
			this.seen.remove(start);
			this.unseen.remove(start);
			this.ofState.getOrDefault(start.state(), new HashSet<>()).remove(start);
			this.openCorrections -= start.isOpenCorrection() ? 1 : 0;
		}
	}

	boolean holds(Start start) {
		return this.layers.contains(start);
	}

	/** Whether it lies there and is not taken back. */
	boolean shows(Start start) {
		return this.seen.contains(start);
	}

	/** What holds now. */
	@Nullable Start top() {
		return this.seen.isEmpty() ? null : this.seen.last();
	}

}
