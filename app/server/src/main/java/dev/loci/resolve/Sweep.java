package dev.loci.resolve;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

import dev.loci.memory.Basis;
import dev.loci.memory.Moment;
import dev.loci.memory.Precision;
import dev.loci.memory.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Goes through all events in order of time and notes what lies on top of the pile. At one
 * instant the ends come first, then the starts in ascending rank.
 */
final class Sweep {

	private final TreeMap<Instant, Step> steps = new TreeMap<>();

	private final Retractions retractions;

	private final Pile pile;

	private final List<Stretch> stretches = new ArrayList<>();

	private @Nullable Stretch current;

	private Sweep(Retractions retractions) {
		this.retractions = retractions;
		this.pile = new Pile(retractions);
	}

	static List<Stretch> through(Events events, Retractions retractions) {
		Sweep sweep = new Sweep(retractions);
		retractions.moments().forEach(sweep::step);
		events.ends().forEach((end) -> sweep.step(end.at()).ends.add(end));
		for (Start start : events.starts()) {
			sweep.step(start.at()).starts.add(start);
			if (start.until != null) {
				sweep.step(start.until.at()).over.add(start);
			}
		}
		retractions.advance(Instant.MIN);
		sweep.steps.forEach(sweep::pass);
		sweep.close(null, null, List.of());
		return sweep.stretches;
	}

	private Step step(Instant at) {
		return this.steps.computeIfAbsent(at, (key) -> new Step());
	}

	private void pass(Instant at, Step step) {
		Retractions.Passed retracted = this.retractions.advance(at);
		List<Cause> causes = new ArrayList<>();
		for (Start start : step.over) {
			if (start.until != null && this.pile.holds(start)) {
				causes.add(new Cause(start.state(), start.until.by(), start.until.to()));
				this.pile.takeOut(start);
			}
		}
		step.ends.sort(Comparator.comparing((End end) -> end.by().rank()).reversed());
		for (End end : step.ends) {
			this.pile.end(end).forEach((start) -> causes.add(new Cause(start.state(), end.by(), end.to())));
		}
		List<Start> asserting = new ArrayList<>(this.pile.reconsider(retracted.all()));
		Start resumed = this.pile.top();
		if (resumed != null) {
			asserting.add(resumed);
		}
		step.starts.sort(Comparator.comparing((Start start) -> start.by.rank()));
		step.starts.forEach(this.pile::lay);
		asserting.addAll(step.starts);
		for (Statement retract : retracted.begun()) {
			causes.add(new Cause(retract.state(), retract,
					Objects.requireNonNullElseGet(retract.from(), () -> Moment.of(at))));
		}
		note(at, this.pile.top(), asserting, causes);
	}

	/**
	 * Notes what holds from now on.
	 * @param asserting what begins here, what is seen here for the first time, and what
	 * would hold here without what begins
	 */
	private void note(Instant at, @Nullable Start top, List<Start> asserting, List<Cause> causes) {
		if (this.current == null || top == null || !top.state().equals(this.current.state)) {
			close(at, top, causes);
			if (top != null) {
				Moment from = top.at().equals(at) ? top.from : new Moment(at, precision(causes));
				this.current = new Stretch(top.state(), from, top.basis);
			}
		}
		if (this.current != null && top != null) {
			this.current.supports.add(top.by);
			for (Start start : asserting) {
				if (start.state().equals(top.state()) && this.pile.shows(start)) {
					this.current.supports.add(start.by);
				}
			}
		}
	}

	private void close(@Nullable Instant at, @Nullable Start next, List<Cause> causes) {
		Stretch closing = this.current;
		this.current = null;
		if (closing == null) {
			return;
		}
		if (at != null) {
			List<Cause> own = causes.stream().filter((cause) -> cause.concerns(closing.state)).toList();
			if (next != null && next.at().equals(at)) {
				closing.to = next.from;
				closing.ends.add(next.by);
			}
			else {
				closing.to = new Moment(at, precision(own));
			}
			own.forEach((cause) -> closing.ends.add(cause.by()));
		}
		this.stretches.add(closing);
	}

	private static Precision precision(List<Cause> causes) {
		return causes.stream()
			.map((cause) -> cause.at().precision())
			.min(Comparator.reverseOrder())
			.orElse(Precision.INSTANT);
	}

	private static final class Step {

		private final List<Start> over = new ArrayList<>();

		private final List<End> ends = new ArrayList<>();

		private final List<Start> starts = new ArrayList<>();

	}

	private record Cause(String state, Statement by, Moment at) {

		boolean concerns(String other) {
			return this.state.equals(other) || this.state.equals(Statement.ANY);
		}

	}

}
