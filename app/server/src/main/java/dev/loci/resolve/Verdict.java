package dev.loci.resolve;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.loci.memory.FactId;
import dev.loci.memory.Moment;
import dev.loci.memory.Outcome;
import dev.loci.memory.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Names what a statement did, from what was believed before and after it.
 */
final class Verdict {

	private Verdict() {
	}

	static Outcome on(Statement statement, Beliefs before, Beliefs after) {
		if (statement.suggestion()) {
			return new Outcome.Suggested();
		}
		return switch (statement.polarity()) {
			case ASSERT -> onAssert(statement, before, after);
			case END -> new Outcome.Ended(after.facts()
				.stream()
				.filter((fact) -> fact.run().ends().contains(statement.id()))
				.map(Believed::id)
				.findFirst()
				.orElse(null));
			case RETRACT -> new Outcome.Retracted();
		};
	}

	private static Outcome onAssert(Statement statement, Beliefs before, Beliefs after) {
		List<Believed> supported = after.facts()
			.stream()
			.filter((fact) -> fact.run().supports().contains(statement.id()))
			.toList();
		if (supported.isEmpty()) {
			return new Outcome.Outranked("another state is believed for that time, or this one was taken back");
		}
		Optional<Believed> added = supported.stream()
			.filter((fact) -> find(before, fact.id()) == null)
			.reduce((earlier, later) -> later);
		if (added.isEmpty()) {
			return new Outcome.Reinforced(supported.getLast().id());
		}
		Believed fact = added.get();
		if (before.facts().stream().anyMatch((other) -> isCorrected(other, fact, after))) {
			return new Outcome.Corrects(fact.id());
		}
		boolean last = after.facts().getLast().equals(fact);
		if (last && before.facts().stream().anyMatch((other) -> isCut(other, fact, after))) {
			return new Outcome.Supersedes(fact.id());
		}
		return new Outcome.Added(fact.id());
	}

	/** Whether the other state held from the same moment on, and no longer does. */
	private static boolean isCorrected(Believed other, Believed fact, Beliefs after) {
		Moment from = fact.run().from();
		Believed now = find(after, other.id());
		return !other.run().state().equals(fact.run().state()) && sameTime(other.run().from(), from)
				&& (now == null || (from != null && !sameTime(now.run().from(), from)));
	}

	private static boolean isCut(Believed other, Believed fact, Beliefs after) {
		Moment from = fact.run().from();
		Moment to = other.run().to();
		Believed now = find(after, other.id());
		return !other.run().state().equals(fact.run().state()) && from != null && (to == null || from.isBefore(to))
				&& now != null && sameTime(now.run().to(), from);
	}

	private static boolean sameTime(@Nullable Moment one, @Nullable Moment other) {
		return Objects.equals((one != null) ? one.at() : null, (other != null) ? other.at() : null);
	}

	private static @Nullable Believed find(Beliefs beliefs, FactId id) {
		return beliefs.facts().stream().filter((fact) -> fact.id().equals(id)).findFirst().orElse(null);
	}

}
