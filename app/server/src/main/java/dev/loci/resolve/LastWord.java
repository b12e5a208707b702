package dev.loci.resolve;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.loci.memory.FactId;
import dev.loci.memory.Moment;
import dev.loci.memory.Moments;
import dev.loci.memory.Polarity;
import dev.loci.memory.Precision;
import dev.loci.memory.Rank;
import dev.loci.memory.Statement;
import dev.loci.memory.StatementId;
import dev.loci.memory.TimeKind;
import org.jspecify.annotations.Nullable;

/**
 * The plain case of a statement that comes last: told after all others, it starts after
 * all that they speak of. It can only concern the last run, so nothing else need be
 * computed anew, which matters where a slot is told many such.
 */
final class LastWord {

	private Instant latest = Instant.MIN;

	private @Nullable Rank newest;

	LastWord(Collection<Statement> statements) {
		statements.forEach(this::add);
	}

	void add(Statement statement) {
		Instant until = concernedUntil(statement);
		this.latest = until.isAfter(this.latest) ? until : this.latest;
		if (this.newest == null || this.newest.isEarlierThan(statement.rank())) {
			this.newest = statement.rank();
		}
	}

	/** What starts then or later is nothing that a statement speaks of. */
	static Instant concernedUntil(Statement statement) {
		Stream.Builder<Instant> moments = Stream.builder();
		moments.add(Moments.FIRST);
		if (statement.from() != null) {
			// a coarse start can lie anywhere in its period
			moments.add(end(statement.from()));
		}
		if (statement.to() != null) {
			// and so can a coarse end
			moments.add(end(statement.to()));
		}
		if (statement.holdsAt() != null) {
			moments.add(statement.holdsAt().plus(Precision.TICK));
		}
		if (statement.isCorrection()) {
			// up to then it can settle what others say
			moments.add(statement.rank().observedAt().plus(Precision.TICK));
		}
		return moments.build().max(Comparator.naturalOrder()).orElseThrow();
	}

	private static Instant end(Moment moment) {
		return moment.precision().next(moment.at());
	}

	/**
	 * Whether each of these comes after those before it and is as plain as that. What
	 * puts others right is looked at beside all of them.
	 */
	static boolean isWithEachOf(List<Statement> statements) {
		LastWord word = new LastWord(List.of());
		for (Statement statement : statements) {
			if (statement.isCorrection() || !word.isFollowedBy(statement, Beliefs.none())) {
				return false;
			}
			word.add(statement);
		}
		return true;
	}

	/** Whether this one comes after all others and is as plain as that. */
	boolean isFollowedBy(Statement statement, Beliefs before) {
		return statement.time() == TimeKind.STATE && statement.polarity() == Polarity.ASSERT && !statement.suggestion()
				&& statement.from() != null && statement.to() == null && !statement.from().at().isBefore(this.latest)
				&& (statement.holdsAt() == null || !statement.holdsAt().isBefore(statement.from().at()))
				&& (this.newest == null || this.newest.isEarlierThan(statement.rank()))
				// else its run may be a former one that comes back
				&& before.former().stream().noneMatch((fact) -> fact.run().supports().contains(statement.id()));
	}

	/** What is believed with one that follows all that is believed before. */
	static Beliefs applyTo(Beliefs before, Statement statement, Supplier<FactId> ids) {
		List<Believed> facts = new ArrayList<>(before.facts());
		List<StatementId> own = List.of(statement.id());
		Believed last = facts.isEmpty() ? null : facts.getLast();
		if (last != null && last.run().to() == null) {
			Run run = last.run();
			boolean same = run.state().equals(statement.state());
			List<StatementId> supports = new ArrayList<>(run.supports());
			supports.addAll(same ? own : List.of());
			facts.set(facts.size() - 1, new Believed(last.id(), new Run(run.state(), run.from(),
					same ? null : statement.from(), run.basis(), supports, same ? List.of() : own)));
			if (same) {
				return new Beliefs(facts, before.former());
			}
		}
		facts.add(new Believed(ids.get(),
				new Run(statement.state(), statement.from(), null, statement.basis(), own, List.of())));
		return new Beliefs(facts, before.former());
	}

}
