package dev.loci.ingest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.loci.memory.Change;
import dev.loci.memory.Fact;
import dev.loci.memory.FactId;
import dev.loci.memory.Moment;
import dev.loci.memory.Outcome;
import dev.loci.memory.StatementId;
import dev.loci.resolve.Resolved;
import org.jspecify.annotations.Nullable;

/**
 * What became of the statements of a request, in their order: plain enough to be stored
 * for a request that is sent again.
 */
public record Outcomes(List<Result> results) {

	static Outcomes of(List<Resolved> resolved) {
		return new Outcomes(resolved.stream().map(Result::of).toList());
	}

	/**
	 * What became of one statement.
	 *
	 * @param fact as it is believed now
	 * @param reason why it was rejected or is not believed
	 */
	public record Result(String outcome, @Nullable Fact fact, List<Changed> changed, @Nullable StatementId statementId,
			@Nullable String reason) {

		static Result of(Resolved resolved) {
			return new Result(name(resolved.outcome()), resolved.fact(),
					resolved.changed().stream().map(Changed::of).toList(), resolved.statement(),
					reason(resolved.outcome()));
		}

		/** What statements did that belong together: the last one tells. */
		static Result of(List<Resolved> together) {
			Result last = of(together.getLast());
			Map<FactId, Changed> changed = new LinkedHashMap<>();
			together
				.forEach((each) -> each.changed().forEach((change) -> changed.put(change.fact(), Changed.of(change))));
			return new Result(last.outcome(), last.fact(), List.copyOf(changed.values()), last.statementId(),
					last.reason());
		}

		private static String name(Outcome outcome) {
			return switch (outcome) {
				case Outcome.Added added -> "ADDED";
				case Outcome.Reinforced reinforced -> "REINFORCED";
				case Outcome.Supersedes supersedes -> "SUPERSEDES";
				case Outcome.Corrects corrects -> "CORRECTS";
				case Outcome.Outranked outranked -> "OUTRANKED";
				case Outcome.Ended ended -> "ENDED";
				case Outcome.Retracted retracted -> "RETRACTED";
				case Outcome.Suggested suggested -> "SUGGESTED";
				case Outcome.Rejected rejected -> "REJECTED";
			};
		}

		private static @Nullable String reason(Outcome outcome) {
			return (outcome instanceof Outcome.Outranked outranked) ? outranked.reason()
					: (outcome instanceof Outcome.Rejected rejected) ? rejected.reason() : null;
		}

	}

	/** What a statement did to a fact. */
	public record Changed(FactId id, Change.Kind change, @Nullable Instant validFrom, @Nullable Instant validTo) {

		public static Changed of(Change change) {
			return new Changed(change.fact(), change.kind(), at(change.from()), at(change.to()));
		}

		private static @Nullable Instant at(@Nullable Moment moment) {
			return (moment != null) ? moment.at() : null;
		}

	}

}
