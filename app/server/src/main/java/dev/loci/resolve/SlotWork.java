package dev.loci.resolve;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;

import dev.loci.memory.Fact;
import dev.loci.memory.FactId;
import dev.loci.memory.Outcome;
import dev.loci.memory.StatementId;
import dev.loci.memory.Told;
import org.jspecify.annotations.Nullable;

/**
 * What is resolved together, and what a request does to it.
 *
 * @param positions of the request's statements that belong to it
 * @param statements all of the slot, new ones included
 */
record SlotWork(SlotGroup group, List<Integer> positions, Map<StatementId, Claimed> statements, Resolution resolution) {

	/**
	 * Resolves a slot.
	 * @param claimed the request's statements by their positions
	 * @param fresh takes those that must be stored
	 */
	static SlotWork of(SlotGroup group, List<Integer> positions, Map<Integer, Claimed> claimed,
			Collection<Claimed> fresh) {
		Map<StatementId, Claimed> statements = new LinkedHashMap<>(group.content().statements());
		Map<String, Claimed> known = new HashMap<>();
		statements.values().forEach((each) -> {
			if (each.identity() != null) {
				known.put(each.identity(), each);
			}
		});
		List<Claimed> news = new ArrayList<>();
		for (int position : positions) {
			Claimed draft = Objects.requireNonNull(claimed.get(position));
			Claimed kept = (draft.identity() != null) ? known.putIfAbsent(draft.identity(), draft) : null;
			if (kept == null) {
				fresh.add(draft);
				statements.put(draft.id(), draft);
			}
			news.add((kept != null) ? kept : draft);
		}
		return new SlotWork(group, positions, statements,
				group.resolve(statements, group.content().statements().values(), news));
	}

	/**
	 * Those of the request that others speak against.
	 * @param anew whether they were said long ago and are read again: what was said after
	 * them, a retraction for one, leaves nothing to decide
	 */
	Set<StatementId> contested(boolean anew) {
		Set<StatementId> contested = new HashSet<>();
		if (this.group.name().equals(Place.NOWHERE)) {
			return contested;
		}
		this.resolution.results()
			.stream()
			.filter((result) -> isContested(this.resolution, result.statement()))
			.filter((result) -> !anew || wasContested(Objects.requireNonNull(this.statements.get(result.statement()))))
			.forEach((result) -> contested.add(result.statement()));
		return contested;
	}

	private boolean wasContested(Claimed claimed) {
		List<Claimed> before = this.statements.values()
			.stream()
			.filter((each) -> !each.id().equals(claimed.id()))
			.filter((each) -> !claimed.statement().isEarlierThan(each.statement()))
			.toList();
		return isContested(this.group.resolve(this.statements, before, List.of(claimed)), claimed.id());
	}

	private static boolean isContested(Resolution resolution, StatementId id) {
		return resolution.contested().contains(id) || resolution.results()
			.stream()
			.anyMatch((result) -> result.statement().equals(id) && result.outcome() instanceof Outcome.Outranked);
	}

	/**
	 * Gives facts that were put right their names back.
	 * @param free the names that were those of facts a moment ago
	 */
	SlotWork named(List<Told> told, Set<FactId> free) {
		Resolution named = this.resolution;
		for (int i = 0; i < this.positions.size(); i++) {
			FactId name = told.get(this.positions.get(i)).source().corrects();
			FactId fact = fact(this.resolution.results().get(i).outcome());
			boolean fresh = fact != null
					&& this.group.content().facts().stream().noneMatch((held) -> held.id().equals(fact));
			if (name != null && fact != null && fresh && free.remove(name)) {
				named = named.renamed(fact, name);
			}
		}
		return new SlotWork(this.group, this.positions, this.statements, named);
	}

	/** Notes what must be written, and tells what became of each statement. */
	Map<Integer, Resolved> results(Ledger ledger, Instant now) {
		Map<FactId, Fact> facts = new HashMap<>();
		ledger.note(this.group.content(), this.statements, this.resolution, causes())
			.forEach((held) -> facts.put(held.id(), Shown.of(held, this.statements, now)));
		Map<Integer, Resolved> results = new HashMap<>();
		for (int i = 0; i < this.positions.size(); i++) {
			Result result = this.resolution.results().get(i);
			FactId fact = fact(result.outcome());
			results.put(this.positions.get(i), new Resolved(result.statement(), result.outcome(), result.changed(),
					(fact != null) ? facts.get(fact) : null));
		}
		return results;
	}

	/**
	 * What made each fact change: the last one that moved it, else the one of those that
	 * it now rests on which has the last word.
	 */
	private Map<FactId, String> causes() {
		Map<FactId, StatementId> causes = new HashMap<>();
		BinaryOperator<StatementId> higher = BinaryOperator
			.maxBy(Comparator.comparing((id) -> Objects.requireNonNull(this.statements.get(id)).statement().rank()));
		for (Result result : this.resolution.results()) {
			result.touched().forEach((fact) -> causes.merge(fact, result.statement(), higher));
		}
		for (Result result : this.resolution.results()) {
			result.changed().forEach((change) -> causes.put(change.fact(), result.statement()));
		}
		Map<FactId, String> named = new HashMap<>();
		causes.forEach((fact, statement) -> named.put(fact, statement.toString()));
		return named;
	}

	private static @Nullable FactId fact(Outcome outcome) {
		return switch (outcome) {
			case Outcome.Added added -> added.fact();
			case Outcome.Reinforced reinforced -> reinforced.fact();
			case Outcome.Supersedes supersedes -> supersedes.fact();
			case Outcome.Corrects corrects -> corrects.fact();
			case Outcome.Ended ended -> ended.fact();
			case Outcome.Outranked outranked -> null;
			case Outcome.Retracted retracted -> null;
			case Outcome.Suggested suggested -> null;
			case Outcome.Rejected rejected -> null;
		};
	}

}
