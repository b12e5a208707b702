package dev.loci.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.loci.memory.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The states that were begun and not ended, each on top of those that it interrupts.
 * <p>
 * A stay is laid on top. A move replaces what lies there, down to an earlier start of its
 * own state if there is one: she is back. What starts inside a correction of another
 * state goes beneath it, if the correction has an end, and nowhere, if it has none. What
 * is taken back has its place, but is not seen and moves nothing until it is seen.
 */
final class Pile {

	private final Retractions retractions;

	private final List<Start> layers = new ArrayList<>();

	private final Map<String, List<Start>> ofState = new HashMap<>();

	private Set<Start> unseen = new LinkedHashSet<>();

	private int corrections;

	Pile(Retractions retractions) {
		this.retractions = retractions;
	}

	void lay(Start start) {
		if (this.retractions.hideForGood(start.by)) {
			return;
		}
		int place = place(start);
		if (place < 0) {
			return;
		}
		this.layers.add(place, start);
		this.ofState.computeIfAbsent(start.state(), (state) -> new ArrayList<>()).add(start);
		start.lies = true;
		this.corrections += start.by.isCorrection() ? 1 : 0;
		if (this.retractions.hide(start.by)) {
			this.unseen.add(start);
		}
		else {
			replaceBeneath(start, place);
		}
	}

	/** Where it goes: on what already says the same, else beneath what overrules it. */
	private int place(Start start) {
		int place = this.layers.size();
		for (int i = place - 1; i >= 0 && this.corrections > 0 && !start.by.isCorrection(); i--) {
			Start other = this.layers.get(i);
			if (other.lies && other.state().equals(start.state())) {
				return place;
			}
			if (other.lies && other.overrules(start.by, start.at()) && !this.unseen.contains(other)) {
				if (other.own() == null) {
					return -1;
				}
				place = i;
			}
		}
		return place;
	}

	private void replaceBeneath(Start start, int place) {
		if (start.own() != null) {
			return;
		}
		int keep = place;
		while (keep > 0 && !(isLying(keep - 1) && this.layers.get(keep - 1).state().equals(start.state()))) {
			takeOut(this.layers.get(--keep));
		}
		this.layers.subList(keep, place).clear();
	}

	private boolean isLying(int layer) {
		return this.layers.get(layer).lies;
	}

	/** Does what changes with the retractions in force, not with a start or an end. */
	void reconsider() {
		if (this.retractions.forbidMore()) {
			this.layers.stream().filter((start) -> this.retractions.hideForGood(start.by)).forEach(this::takeOut);
		}
		if (this.retractions.areLifted()) {
			reveal();
		}
	}

	/** Lets those move others that were taken back for a while and no longer are. */
	private void reveal() {
		Set<Start> still = new LinkedHashSet<>();
		for (Start start : this.unseen) {
			if (start.lies && this.retractions.hide(start.by)) {
				still.add(start);
			}
			else if (start.lies) {
				replaceBeneath(start, this.layers.indexOf(start));
			}
		}
		this.unseen = still;
	}

	/** Returns the states that this end took out. */
	List<Start> end(End end) {
		boolean any = end.by().state().equals(Statement.ANY);
		List<Start> candidates = any ? this.layers : this.ofState.getOrDefault(end.by().state(), new ArrayList<>());
		List<Start> ended = candidates.stream().filter((start) -> start.lies && !start.outlasts(end)).toList();
		ended.forEach(this::takeOut);
		candidates.removeIf((start) -> !start.lies);
		return ended;
	}

	void takeOut(Start start) {
		if (start.lies) {
			start.lies = false;
			this.corrections -= start.by.isCorrection() ? 1 : 0;
		}
	}

	/** What holds now. */
	@Nullable Start top() {
		for (int i = this.layers.size() - 1; i >= 0; i--) {
			Start start = this.layers.get(i);
			if (start.lies && !this.retractions.hide(start.by)) {
				return start;
			}
			if (!start.lies && i == this.layers.size() - 1) {
				this.layers.remove(i);
			}
		}
		return null;
	}

}
