package dev.loci.recall;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.loci.graph.Cypher;
import dev.loci.graph.Graph;
import dev.loci.graph.Parameters;
import dev.loci.memory.Interval;
import dev.loci.recall.Recalled.Step;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

import org.springframework.stereotype.Component;

/**
 * Asks an index for more and more candidates until enough pass the filters that it does
 * not know. Queries for words do so by themselves.
 */
@Component
class Search {

	/**
	 * Approximate neighbours become the right ones when four times as many are looked at.
	 */
	private static final int WIDER = 4;

	/** Each further look takes time. */
	private static final int MUCH_WIDER = 16;

	/** The points of an arm count how far down its list a memory is. */
	static final int LEAST = 100;

	/**
	 * Enough to find what a rare tag filters out of a large space, and bounded all the
	 * same.
	 */
	private static final int MOST = 100_000;

	private static final Comparator<Hit> BEST_FIRST = Comparator.comparingDouble(Hit::score).reversed();

	private final Graph graph;

	Search(Graph graph) {
		this.graph = graph;
	}

	/**
	 * What an arm finds, best first.
	 * @param least how many it shall find, where there are as many
	 */
	List<Hit> hits(Cypher arm, Parameters parameters, int limit, int least, Function<Value, Hit> hit) {
		return hits(arm, parameters, limit, least, hit, (any) -> true);
	}

	/** The same of those that are wanted. */
	List<Hit> hits(Cypher arm, Parameters parameters, int limit, int least, Function<Value, Hit> hit,
			Predicate<Hit> isWanted) {
		return widened(arm, parameters, limit, least, (row) -> List.of(Found.of(row, hit, isWanted))).getFirst()
			.wanted();
	}

	/** What several arms find that one query asks at once. */
	Map<Arm, List<Hit>> hitsByArm(Cypher arms, Parameters parameters, int limit, int least, Function<Value, Hit> hit,
			Predicate<Hit> isWanted) {
		Map<Arm, List<Hit>> hits = new EnumMap<>(Arm.class);
		widened(arms, parameters, limit, least, (row) -> Found.byArm(row, hit, isWanted))
			.forEach((found) -> hits.put(Objects.requireNonNull(found.arm()), found.wanted()));
		return hits;
	}

	private List<Found> widened(Cypher query, Parameters parameters, int limit, int least,
			Function<Record, List<Found>> read) {
		int wanted = Math.max(least, limit * WIDER);
		int candidates = wanted;
		while (true) {
			int most = wanted;
			parameters.and("candidates", candidates)
				.and("looks", looks(candidates))
				.and("enough", limit)
				.and("wanted", wanted);
			List<Found> all = this.graph.read((tx) -> tx.single(query, parameters, read));
			if (all.stream().allMatch((found) -> found.isEnough(limit, most)) || candidates >= MOST) {
				return all;
			}
			candidates = wider(candidates);
			wanted *= all.stream().anyMatch((found) -> found.isCut(most)) ? WIDER : 1;
		}
	}

	private static int wider(int candidates) {
		return Math.min(MOST, candidates * MUCH_WIDER);
	}

	private static List<Integer> looks(int candidates) {
		return Stream.concat(Stream.iterate(candidates, (look) -> look < MOST, Search::wider), Stream.of(MOST))
			.toList();
	}

	/** The lower bound of a range that is one name or all. */
	static String first(@Nullable String name) {
		return (name != null) ? name : "";
	}

	/** The upper bound of a range that is one name or all. */
	static String last(@Nullable String name) {
		return (name != null) ? name : Character.toString(Character.MAX_CODE_POINT);
	}

	/**
	 * A memory that an arm has found.
	 *
	 * @param key equal for what is one memory in all arms
	 * @param score the arm's own
	 * @param memory not ranked yet
	 * @param path that led to it, if it was not found by itself
	 * @param way when what led to it holds, if that was another fact
	 * @param use how often it has helped
	 * @param previous the passage before it, if it is one
	 */
	record Hit(String key, double score, Recalled memory, List<Step> path, @Nullable Interval way, Use use,
			@Nullable String previous) {

		/** The same as another arm has found it. */
		private Hit scored(double other) {
			return new Hit(this.key, other, this.memory, this.path, this.way, this.use, this.previous);
		}

		/** The same where nobody can say which of the arm's are nearer. */
		Hit unmeasured() {
			return scored(1);
		}

		/** The same, found by way of others. */
		Hit along(List<Step> steps) {
			return new Hit(this.key, this.score, this.memory, steps, this.way, this.use, this.previous);
		}

	}

	/**
	 * What one look has found.
	 *
	 * @param arm of those that were asked at once
	 * @param exhausted whether the index has no more
	 * @param found how many it were
	 * @param wanted those of them that pass
	 */
	private record Found(@Nullable Arm arm, boolean exhausted, int found, List<Hit> wanted) {

		static Found of(Record row, Function<Value, Hit> hit, Predicate<Hit> isWanted) {
			List<Hit> hits = row.get("hits").asList(hit);
			return new Found(null, row.get("exhausted").asBoolean(), hits.size(),
					hits.stream().filter(isWanted).toList());
		}

		static List<Found> byArm(Record row, Function<Value, Hit> hit, Predicate<Hit> isWanted) {
			Map<Arm, List<Hit>> hits = new EnumMap<>(Arm.class);
			for (Value each : row.get("hits").values()) {
				Hit memory = hit.apply(each);
				each.get("scores")
					.values()
					.forEach((score) -> hits.computeIfAbsent(arm(score), (any) -> new ArrayList<>())
						.add(memory.scored(score.get("score").asDouble())));
			}
			hits.values().forEach((each) -> each.sort(BEST_FIRST));
			return row.get("exhausted").asList((each) -> {
				List<Hit> some = hits.getOrDefault(arm(each), List.of());
				return new Found(arm(each), each.get("exhausted").asBoolean(), some.size(),
						some.stream().filter(isWanted).toList());
			});
		}

		private static Arm arm(Value row) {
			return Arm.valueOf(FactRows.word(row.get("arm")));
		}

		boolean isCut(int most) {
			return this.found >= most;
		}

		boolean isEnough(int limit, int most) {
			return (this.exhausted && !isCut(most)) || this.wanted.size() >= limit;
		}

	}

}
