package dev.loci.recall;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import dev.loci.graph.Cypher;
import dev.loci.graph.Graph;
import dev.loci.graph.Parameters;
import dev.loci.recall.Recalled.Step;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

import org.springframework.stereotype.Component;

/**
 * Asks an index for more and more candidates until enough pass the filters that it does
 * not know.
 */
@Component
class Search {

	/**
	 * Approximate neighbours become the right ones when four times as many are looked at.
	 */
	private static final int WIDER = 4;

	/** Each further look is a round trip. */
	private static final int MUCH_WIDER = 16;

	/** The points of an arm count how far down its list a memory is. */
	static final int LEAST = 100;

	/**
	 * Enough to find what a rare tag filters out of a large space, and bounded all the
	 * same.
	 */
	private static final int MOST = 100_000;

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
		int wanted = Math.max(least, limit * WIDER);
		int candidates = wanted;
		while (true) {
			parameters.and("candidates", candidates).and("wanted", wanted);
			Found found = this.graph.read((tx) -> tx.single(arm, parameters, (row) -> Found.of(row, hit)));
			List<Hit> hits = found.hits().stream().filter(isWanted).toList();
			boolean isCut = found.hits().size() >= wanted;
			if ((found.exhausted() && !isCut) || hits.size() >= limit || candidates >= MOST) {
				return hits;
			}
			candidates = Math.min(MOST, candidates * MUCH_WIDER);
			wanted *= isCut ? WIDER : 1;
		}
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
	 * @param slots of a fact, that of its other end included if it says the same of both:
	 * what is in one excludes each other
	 * @param use how often it has helped
	 * @param previous the passage before it, if it is one
	 */
	record Hit(String key, double score, Recalled memory, List<Step> path, Set<String> slots, Use use,
			@Nullable String previous) {

		/** The same where nobody can say which of the arm's are nearer. */
		Hit unmeasured() {
			return new Hit(this.key, 1, this.memory, this.path, this.slots, this.use, this.previous);
		}

		/** The same, found by way of others. */
		Hit along(List<Step> way) {
			return new Hit(this.key, this.score, this.memory, way, this.slots, this.use, this.previous);
		}

	}

	private record Found(boolean exhausted, List<Hit> hits) {

		static Found of(Record row, Function<Value, Hit> hit) {
			return new Found(row.get("exhausted").asBoolean(), row.get("hits").asList(hit));
		}

	}

}
