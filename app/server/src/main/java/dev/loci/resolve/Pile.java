package dev.loci.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
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

	private final SequencedSet<Start> layers = new LinkedHashSet<>();

	private final SequencedSet<Start> apart = new LinkedHashSet<>();

	private final Map<String, Set<Start>> ofState = new HashMap<>();

	private Set<Start> unseen = new LinkedHashSet<>();

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
		layersOf(start).add(start);
		this.ofState.computeIfAbsent(start.state(), (state) -> new LinkedHashSet<>()).add(start);
		this.openCorrections += start.isOpenCorrection() ? 1 : 0;
		if (this.retractions.hide(start.by)) {
			this.unseen.add(start);
		}
		else {
			replaceBeneath(start);
		}
	}

	private SequencedSet<Start> layersOf(Start start) {
		return start.liesApart() ? this.apart : this.layers;
	}

	/** Whether an open correction settles it, and no later start has brought it back. */
	private boolean isOverruled(Start start) {
		if (this.openCorrections == 0 || start.by.isCorrection() || lies(this.apart, start.state(), start.turn)) {
			return false;
		}
		for (Start other : this.layers.reversed()) {
			if (other.state().equals(start.state())) {
				return false;
			}
			if (other.overrules(start.by, start.at()) && !this.unseen.contains(other)) {
				return true;
			}
		}
		return false;
	}

	private static boolean lies(Set<Start> layers, String state, int before) {
		return layers.stream().anyMatch((start) -> start.turn < before && start.state().equals(state));
	}

	private void replaceBeneath(Start start) {
		if (start.own() != null) {
			return;
		}
		boolean back = lies(this.apart, start.state(), start.turn);
		if (start.by.isCorrection()) {
			replaceBeneath(start, this.apart);
		}
		if (!back) {
			replaceBeneath(start, this.layers);
		}
	}

	private void replaceBeneath(Start start, SequencedSet<Start> layers) {
		List<Start> replaced = new ArrayList<>();
		for (Start other : layers.reversed()) {
			if (other.turn < start.turn && other.state().equals(start.state())) {
				break;
			}
			if (other.turn < start.turn) {
				replaced.add(other);
			}
		}
		replaced.forEach(this::takeOut);
	}

	/** Does what changes with the retractions in force, not with a start or an end. */
	void reconsider() {
		if (this.retractions.forbidMore()) {
			all().filter((start) -> this.retractions.hideForGood(start.by)).toList().forEach(this::takeOut);
		}
		if (this.retractions.areLifted()) {
			reveal();
		}
	}

	/** Lets those move others that were taken back for a while and no longer are. */
	private void reveal() {
		Set<Start> still = new LinkedHashSet<>();
		for (Start start : this.unseen) {
			if (holds(start) && this.retractions.hide(start.by)) {
				still.add(start);
			}
			else if (holds(start)) {
				replaceBeneath(start);
			}
		}
		this.unseen = still;
	}

	/** Returns what this end took out. */
	List<Start> end(End end) {
		Stream<Start> candidates = end.by().state().equals(Statement.ANY) ? all()
				: this.ofState.getOrDefault(end.by().state(), Set.of()).stream();
		List<Start> ended = candidates.filter((start) -> !start.outlasts(end)).toList();
		ended.forEach(this::takeOut);
		return ended;
	}

	void takeOut(Start start) {
		if (layersOf(start).remove(start)) {
			this.ofState.getOrDefault(start.state(), new LinkedHashSet<>()).remove(start);
			this.openCorrections -= start.isOpenCorrection() ? 1 : 0;
		}
	}

	boolean holds(Start start) {
		return layersOf(start).contains(start);
	}

	/** What holds now. */
	@Nullable Start top() {
		return all().filter((start) -> !this.retractions.hide(start.by)).findFirst().orElse(null);
	}

	/** All that lies in it, from the top. */
	private Stream<Start> all() {
		return Stream.concat(this.apart.reversed().stream(), this.layers.reversed().stream());
	}

}
