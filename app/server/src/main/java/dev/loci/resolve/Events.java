package dev.loci.resolve;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import dev.loci.memory.Basis;
import dev.loci.memory.Moment;
import dev.loci.memory.Polarity;
import dev.loci.memory.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What the statements of a slot say to start and to end.
 *
 * @param ends those that end more than their own stretch
 * @param unknown the statements that know no start
 */
record Events(List<Start> starts, List<End> ends, List<Statement> unknown) {

	static Events of(Collection<Statement> statements) {
		List<Told> told = new ArrayList<>();
		for (Statement statement : statements) {
			if (!statement.suggestion() && statement.polarity() != Polarity.RETRACT) {
				tell(statement, told);
			}
		}
		told.sort(Comparator.comparing(Told::moment));
		Retractions retractions = new Retractions(statements);
		Events events = new Events(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		for (Told one : told) {
			retractions.advance(one.moment());
			events.add(one, retractions.hiding(one.by()));
		}
		return events;
	}

	/** The same, with what was told coarsely where it can have been. */
	Events placed() {
		CoarseStarts.place(this.starts);
		return new Events(this.starts, CoarseEnds.placed(this.ends, this.starts), this.unknown);
	}

	private static void tell(Statement statement, List<Told> told) {
		Moment from = statement.from();
		Moment to = statement.to();
		if (from != null) {
			told.add(new Told(statement, from.at(), Kind.START));
		}
		else if (to != null) {
			// an end as such at its time, the last of a state just before it
			boolean asserts = statement.polarity() == Polarity.ASSERT;
			told.add(new Told(statement, asserts ? to.at().minus(Duration.ofNanos(1)) : to.at(), Kind.END));
		}
		Instant holdsAt = statement.holdsAt();
		if (holdsAt != null && (from == null || !holdsAt.equals(from.at()))) {
			told.add(new Told(statement, holdsAt, Kind.HOLDS));
		}
	}

	private void add(Told one, @Nullable Statement retract) {
		Statement by = one.by();
		switch (one.kind()) {
			case START -> {
				if (by.from() != null) {
					this.starts.add(new Start(by, by.from(), by.basis(), retract));
				}
				if (by.to() != null && !by.isStretch()) {
					this.ends.add(new End(by, by.to(), retract));
				}
			}
			case HOLDS -> this.starts.add(new Start(by, Moment.of(one.moment()), Basis.OBSERVED, retract));
			case END -> {
				if (by.to() != null) {
					this.ends.add(new End(by, by.to(), retract));
				}
				if (by.polarity() == Polarity.ASSERT && retract == null) {
					this.unknown.add(by);
				}
			}
		}
	}

	private enum Kind {

		START, HOLDS, END

	}

	private record Told(Statement by, Instant moment, Kind kind) {
	}

}
