package dev.loci.resolve;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import dev.loci.memory.FactId;
import dev.loci.memory.Rank;
import dev.loci.memory.Statement;
import dev.loci.memory.StatementId;
import org.jspecify.annotations.Nullable;

/**
 * Decides which run is which fact, so that a fact keeps its name while its times move.
 * <p>
 * Each run looks for the fact of its state with which it shares most statements, among
 * equals for the one of its start. Of several runs that want one fact, the one with the
 * oldest statement has it. Of several facts that come to be one run, the oldest gives its
 * name. A run without a fact takes the name of a former one of the same support, or a new
 * one.
 */
final class Matching {

	private final Comparator<StatementId> byAge;

	Matching(Map<StatementId, Statement> statements) {
		this.byAge = Comparator
			.comparing((StatementId id) -> Objects.requireNonNull(statements.get(id)).rank(), Rank.byAge())
			.thenComparing(Comparator.naturalOrder());
	}

	Beliefs apply(Beliefs beliefs, List<Run> runs, Supplier<FactId> ids) {
		Map<Integer, FactId> names = names(beliefs.facts(), runs);
		Map<Support, FactId> revivable = new HashMap<>();
		beliefs.former()
			.forEach((fact) -> revivable.merge(Support.of(fact.run()), fact.id(),
					(a, b) -> (a.compareTo(b) < 0) ? a : b));
		List<Believed> facts = new ArrayList<>();
		Set<FactId> used = new HashSet<>(names.values());
		for (int i = 0; i < runs.size(); i++) {
			FactId name = names.get(i);
			FactId old = (name == null && !revivable.isEmpty()) ? revivable.get(Support.of(runs.get(i))) : null;
			if (name == null && old != null && used.add(old)) {
				name = old;
			}
			facts.add(new Believed((name != null) ? name : ids.get(), runs.get(i)));
		}
		return new Beliefs(facts, former(beliefs, facts));
	}

	private Map<Integer, FactId> names(List<Believed> facts, List<Run> runs) {
		Map<Integer, List<Integer>> wanted = new LinkedHashMap<>();
		Overlaps overlaps = new Overlaps(facts, runs);
		Comparator<Integer> olderFact = Comparator.comparing((fact) -> facts.get(fact).id());
		// the oldest support of a run comes first
		Comparator<Integer> olderRun = Comparator
			.comparing((Integer run) -> runs.get(run).supports().getFirst(), this.byAge)
			.thenComparing(Comparator.naturalOrder());
		for (int run = 0; run < runs.size(); run++) {
			Instant from = start(runs.get(run));
			// one statement can support several runs, which a stay has parted
			Integer fact = best(overlaps.ofRun(run),
					Comparator.comparing((Integer one) -> !start(facts.get(one).run()).equals(from))
						.thenComparing(olderFact));
			if (fact != null) {
				wanted.computeIfAbsent(fact, (key) -> new ArrayList<>()).add(run);
			}
		}
		Map<Integer, FactId> names = new HashMap<>();
		for (int fact = 0; fact < facts.size(); fact++) {
			List<Integer> candidates = wanted.get(fact);
			Integer run = (candidates != null) ? candidates.stream().min(olderRun).orElseThrow()
					: best(overlaps.ofFact(fact), olderRun);
			if (run != null) {
				names.merge(run, facts.get(fact).id(), (a, b) -> (a.compareTo(b) < 0) ? a : b);
			}
		}
		return names;
	}

	private static Instant start(Run run) {
		return (run.from() != null) ? run.from().at() : Instant.MIN;
	}

	private static @Nullable Integer best(Map<Integer, Integer> shares, Comparator<Integer> older) {
		return shares.entrySet()
			.stream()
			.min(Map.Entry.<Integer, Integer>comparingByValue().reversed().thenComparing(Map.Entry::getKey, older))
			.map(Map.Entry::getKey)
			.orElse(null);
	}

	private static List<Believed> former(Beliefs beliefs, List<Believed> facts) {
		Set<FactId> believed = new HashSet<>();
		facts.forEach((fact) -> believed.add(fact.id()));
		List<Believed> former = new ArrayList<>(beliefs.former());
		former.addAll(beliefs.facts());
		former.removeIf((fact) -> believed.contains(fact.id()));
		return former;
	}

	/** The fact among these with which it has most statements in common. */
	@Nullable static FactId closest(Believed one, List<Believed> facts) {
		Integer fact = best(new Overlaps(facts, List.of(one.run())).ofRun(0),
				Comparator.comparing((other) -> facts.get(other).id()));
		return (fact != null) ? facts.get(fact).id() : null;
	}

	/** What a run rests on. */
	private record Support(String state, Set<StatementId> statements) {

		static Support of(Run run) {
			return new Support(run.state(), Set.copyOf(run.supports()));
		}

	}

}
