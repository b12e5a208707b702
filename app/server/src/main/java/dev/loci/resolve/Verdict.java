package dev.loci.resolve;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;

import dev.loci.memory.Moment;
import dev.loci.memory.Outcome;
import dev.loci.memory.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Names what a statement did, from how it changed what is believed.
 */
final class Verdict {

	private Verdict() {
	}

	/**
	 * The revisions are those from before the statement to after it.
	 * @param together whether two runs have a slot in common
	 */
	static Outcome on(Statement statement, List<Revision> revisions, Beliefs after, BiPredicate<Run, Run> together) {
		if (statement.suggestion()) {
			return new Outcome.Suggested();
		}
		return switch (statement.polarity()) {
			case ASSERT -> onAssert(statement, revisions, after, together);
			case END -> new Outcome.Ended(after.facts()
				.stream()
				.filter((fact) -> fact.run().ends().contains(statement.id()))
				.map(Believed::id)
				.findFirst()
				.orElse(null));
			case RETRACT -> new Outcome.Retracted();
		};
	}

	private static Outcome onAssert(Statement statement, List<Revision> revisions, Beliefs after,
			BiPredicate<Run, Run> together) {
		List<Believed> supported = after.facts()
			.stream()
			.filter((fact) -> fact.run().supports().contains(statement.id()))
			.toList();
		if (supported.isEmpty()) {
			return new Outcome.Outranked("another state is believed for that time, or this one was taken back");
		}
		Optional<Believed> added = supported.stream()
			.filter((fact) -> revisions.stream()
				.anyMatch((revision) -> revision instanceof Revision.Begin && revision.fact().equals(fact.id())))
			.reduce((earlier, later) -> later);
		if (added.isEmpty()) {
			return new Outcome.Reinforced(supported.getLast().id());
		}
		Believed fact = added.get();
		if (revisions.stream().anyMatch((revision) -> isCorrected(revision, fact))) {
			return new Outcome.Corrects(fact.id());
		}
		boolean last = after.facts()
			.reversed()
			.stream()
			.filter((other) -> together.test(fact.run(), other.run()))
			.findFirst()
			.filter(fact::equals)
			.isPresent();
		if (last && revisions.stream().anyMatch((revision) -> isCut(revision, fact))) {
			return new Outcome.Supersedes(fact.id());
		}
		return new Outcome.Added(fact.id());
	}

	/** Whether the other state held from the same moment on, and no longer does. */
	private static boolean isCorrected(Revision revision, Believed fact) {
		Moment from = fact.run().from();
		return switch (revision) {
			case Revision.Begin begin -> false;
			case Revision.Revise revise ->
				isOther(revise.before(), fact) && sameTime(revise.before().run().from(), from) && from != null
						&& !sameTime(revise.now().run().from(), from);
			case Revision.Merge merge -> isOther(merge.before(), fact) && sameTime(merge.before().run().from(), from);
			case Revision.Drop drop -> isOther(drop.before(), fact) && sameTime(drop.before().run().from(), from);
		};
	}

	/** Whether the other state held longer, and now ends where this one begins. */
	private static boolean isCut(Revision revision, Believed fact) {
		Moment from = fact.run().from();
		if (from == null || !(revision instanceof Revision.Revise revise) || !isOther(revise.before(), fact)) {
			return false;
		}
		Moment to = revise.before().run().to();
		return (to == null || from.isBefore(to)) && sameTime(revise.now().run().to(), from);
	}

	private static boolean isOther(Believed other, Believed fact) {
		return !other.run().state().equals(fact.run().state());
	}

	private static boolean sameTime(@Nullable Moment one, @Nullable Moment other) {
		return Objects.equals((one != null) ? one.at() : null, (other != null) ? other.at() : null);
	}

}
