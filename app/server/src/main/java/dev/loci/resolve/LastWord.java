package dev.loci.resolve;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import dev.loci.memory.FactId;
import dev.loci.memory.Moments;
import dev.loci.memory.Polarity;
import dev.loci.memory.Precision;
import dev.loci.memory.Rank;
import dev.loci.memory.Statement;
import dev.loci.memory.StatementId;
import dev.loci.memory.TimeKind;
import org.jspecify.annotations.Nullable;

/**
 * The plain case of a statement that comes last: told after all others, it starts where
 * nothing is left that they speak of. It can only concern the last run, so nothing else
 * need be computed anew, which matters where a slot is told many such.
 */
final class LastWord {

	private Instant latest = Instant.MIN;

	private @Nullable Rank newest;

	LastWord(Collection<Statement> statements) {
		statements.forEach(this::add);
	}

	void add(Statement statement) {
		this.latest = later(this.latest, concernedUntil(statement));
		if (this.newest == null || this.newest.isEarlierThan(statement.rank())) {
			this.newest = statement.rank();
		}
	}

	/** What starts then or later is nothing that a statement speaks of. */
	static Instant concernedUntil(Statement statement) {
		Instant until = Moments.FIRST;
		if (statement.from() != null) {
			// a coarse start can lie anywhere in its period
			until = later(until, statement.from().precision().next(statement.from().at()));
		}
		if (statement.to() != null) {
			// and so can a coarse end
			until = later(until, statement.to().precision().next(statement.to().at()));
		}
		if (statement.holdsAt() != null) {
			until = later(until, statement.holdsAt().plus(Precision.TICK));
		}
		if (statement.isCorrection()) {
			// up to then it can settle what others say
			until = later(until, statement.rank().observedAt().plus(Precision.TICK));
		}
		return until;
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

	/**
	 * Whether each of these comes after those before it and is as plain as that. A
	 * correction is not: it may give a fact of its slot its name back.
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
