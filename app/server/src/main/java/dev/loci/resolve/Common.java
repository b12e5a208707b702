package dev.loci.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.loci.memory.Moment;
import dev.loci.memory.Rank;
import dev.loci.memory.Statement;
import dev.loci.memory.StatementId;
import org.jspecify.annotations.Nullable;

/**
 * The time that two lists of runs have in common, each run with the later start and the
 * earlier end of the two that it comes from.
 */
final class Common {

	private final Comparator<StatementId> byAge;

	Common(Collection<Statement> statements) {
		Map<StatementId, Rank> ranks = new HashMap<>();
		statements.forEach((statement) -> ranks.put(statement.id(), statement.rank()));
		this.byAge = Comparator.comparing((StatementId id) -> Objects.requireNonNull(ranks.get(id)), Rank.byAge())
			.thenComparing(Comparator.naturalOrder());
	}

	/**
	 * What they have in common.
	 * @param state of the runs that both come to
	 * @param ones in order of time, like the others
	 */
	List<Run> of(String state, List<Run> ones, List<Run> others) {
		List<Run> common = new ArrayList<>();
		for (int i = 0, j = 0; i < ones.size() && j < others.size();) {
			Run one = ones.get(i);
			Run other = others.get(j);
			if (startsBeforeTheEndOf(one, other) && startsBeforeTheEndOf(other, one)) {
				common.add(common(state, one, other));
			}
			if (compareEnds(one, other) <= 0) {
				i++;
			}
			else {
				j++;
			}
		}
		return common;
	}

	private static boolean startsBeforeTheEndOf(Run one, Run other) {
		return one.from() == null || other.to() == null || one.from().isBefore(other.to());
	}

	private Run common(String state, Run one, Run other) {
		int ends = compareEnds(one, other);
		Run later = laterStart(one, other);
		Set<StatementId> endedBy = new LinkedHashSet<>();
		if (ends <= 0) {
			endedBy.addAll(one.ends());
		}
		if (ends >= 0) {
			endedBy.addAll(other.ends());
		}
		Moment to = (ends == 0) ? finer(one.to(), other.to()) : (ends < 0) ? one.to() : other.to();
		return new Run(state, later.from(), to, later.basis(), sorted(supports(one, other)), sorted(endedBy));
	}

	/**
	 * What asserts it on both sides asserts it here, and not elsewhere in a longer run.
	 */
	private static Set<StatementId> supports(Run one, Run other) {
		Set<StatementId> supports = new LinkedHashSet<>(one.supports());
		supports.retainAll(other.supports());
		if (supports.isEmpty()) {
			supports.addAll(one.supports());
			supports.addAll(other.supports());
		}
		return supports;
	}

	/** Of two equal starts the one that is known better. */
	private static Run laterStart(Run one, Run other) {
		Comparator<Moment> byTime = Comparator.comparing(Moment::at);
		return List.of(one, other)
			.stream()
			.max(Comparator.comparing(Run::from, Comparator.nullsFirst(byTime))
				.thenComparing(Run::basis, Comparator.reverseOrder())
				.thenComparing(Run::from, Comparator.nullsFirst(Comparator.comparing(Moment::precision))))
			.orElseThrow();
	}

	private static int compareEnds(Run one, Run other) {
		return Comparator.nullsLast(Comparator.comparing(Moment::at)).compare(one.to(), other.to());
	}

	private static @Nullable Moment finer(@Nullable Moment one, @Nullable Moment other) {
		return (one == null || other == null || !other.precision().finerThan(one.precision())) ? one : other;
	}

	private List<StatementId> sorted(Set<StatementId> ids) {
		return ids.stream().sorted(this.byAge).toList();
	}

}
