package dev.loci.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.loci.memory.Basis;
import dev.loci.memory.Polarity;
import dev.loci.memory.Statement;
import dev.loci.memory.StatementId;

/**
 * What the statements of one slot come to: which state held when. It depends on the set
 * of statements and on nothing else.
 *
 * @param runs in order of time; they overlap only where they exclude nothing, for
 * occurrences
 * @param contested statements without a start that others leave no room for
 */
public record Timeline(List<Run> runs, List<StatementId> contested) {

	public Timeline {
		runs = List.copyOf(runs);
		contested = List.copyOf(contested);
	}

	/** All statements belong to one slot, and so to one predicate. */
	public static Timeline of(Collection<Statement> statements) {
		if (statements.isEmpty()) {
			return new Timeline(List.of(), List.of());
		}
		return switch (statements.iterator().next().time()) {
			case STATE -> ofStates(statements);
			case CONSTANT -> ofConstant(statements);
			case OCCURRENCE -> Occurrences.of(statements);
		};
	}

	private static Timeline ofStates(Collection<Statement> statements) {
		Events events = Events.of(statements).placed();
		List<Start> starts = new ArrayList<>(events.starts());
		starts.sort(Comparator.comparing(Start::at).thenComparing((start) -> start.by.rank()));
		Ends.settle(starts, events.ends());
		List<Stretch> known = Sweep.through(events, new Retractions(statements));
		return UnknownStarts.fill(known, events, statements);
	}

	/** A constant has no time: whoever ranks highest is right about all of it. */
	private static Timeline ofConstant(Collection<Statement> statements) {
		List<Statement> retracts = statements.stream()
			.filter((statement) -> statement.polarity() == Polarity.RETRACT && !statement.suggestion())
			.toList();
		List<Statement> believed = statements.stream()
			.filter((statement) -> statement.polarity() == Polarity.ASSERT && !statement.suggestion()
					&& retracts.stream().noneMatch((retract) -> takesBack(retract, statement)))
			.toList();
		Optional<Statement> best = believed.stream().max(Comparator.comparing(Statement::rank));
		return best.map((statement) -> {
			Stretch always = new Stretch(statement.state(), null, Basis.UNKNOWN);
			believed.stream().filter((other) -> other.state().equals(always.state)).forEach(always.supports::add);
			return new Timeline(List.of(always.run()), List.of());
		}).orElse(new Timeline(List.of(), List.of()));
	}

	private static boolean takesBack(Statement retract, Statement statement) {
		return retract.concerns(statement.state()) && statement.isEarlierThan(retract)
				&& retract.rank().authority().compareTo(statement.rank().authority()) >= 0;
	}

}
