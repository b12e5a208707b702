package dev.loci.recall;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import dev.loci.graph.Cypher;
import dev.loci.graph.Graph;
import dev.loci.graph.Parameters;
import dev.loci.memory.Episode;
import dev.loci.memory.Moments;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

import org.springframework.stereotype.Component;

/**
 * The ways in which passages are found: by meaning and by words.
 */
@Component
class Arms {

	private static final Cypher BY_MEANING = Cypher.named("recall/passages_by_meaning");

	private static final Cypher BY_WORDS = Cypher.named("recall/passages_by_words");

	/**
	 * Approximate neighbours become the right ones when four times as many are looked at.
	 */
	private static final int WIDER = 4;

	private static final int LEAST = 40;

	/**
	 * Enough to find what a rare tag filters out of a large space, and bounded all the
	 * same.
	 */
	private static final int MOST = 100_000;

	private final Graph graph;

	Arms(Graph graph) {
		this.graph = graph;
	}

	List<Hit> byMeaning(String space, float[] vector, Question question) {
		return search(BY_MEANING, filters(space, question).and("vector", vector), question.limit());
	}

	List<Hit> byWords(String space, Question question) {
		List<String> words = Words.queries(space, question.query());
		return words.isEmpty() ? List.of()
				: search(BY_WORDS, filters(space, question).and("words", words), question.limit());
	}

	/**
	 * Looks at more and more candidates until enough pass the filters that the index does
	 * not know.
	 */
	private List<Hit> search(Cypher arm, Parameters parameters, int limit) {
		int wanted = Math.max(LEAST, limit * WIDER);
		int candidates = wanted;
		while (true) {
			parameters.and("candidates", candidates).and("wanted", wanted);
			Found found = this.graph.read((tx) -> tx.single(arm, parameters, Found::of));
			if (found.exhausted() || found.hits().size() >= limit || candidates >= MOST) {
				return found.hits();
			}
			candidates *= WIDER;
		}
	}

	private static Parameters filters(String space, Question question) {
		Question.Filters filters = question.filters();
		Set<Episode.Kind> kinds = filters.kinds().isEmpty() ? Set.copyOf(Arrays.asList(Episode.Kind.values()))
				: filters.kinds();
		return Parameters.with("space", space)
			.and("kinds", kinds)
			.and("sessionFrom", first(filters.sessionId()))
			.and("sessionTo", last(filters.sessionId()))
			.and("agentFrom", first(filters.agentId()))
			.and("agentTo", last(filters.agentId()))
			.and("from", or(filters.from(), Moments.FIRST))
			.and("to", or(filters.to(), Moments.LAST))
			.and("tags", filters.metadata().tags());
	}

	private static String first(@Nullable String name) {
		return (name != null) ? name : "";
	}

	private static String last(@Nullable String name) {
		return (name != null) ? name : Character.toString(Character.MAX_CODE_POINT);
	}

	private static Instant or(@Nullable Instant moment, Instant otherwise) {
		return (moment != null) ? moment : otherwise;
	}

	/**
	 * A passage that an arm has found.
	 *
	 * @param id of the passage
	 */
	record Hit(String id, String text, Value episode, double score) {

		static Hit of(Value hit) {
			return new Hit(hit.get("passage").get("id").asString(), hit.get("passage").get("text").asString(),
					hit.get("episode"), hit.get("score").asDouble());
		}

	}

	private record Found(boolean exhausted, List<Hit> hits) {

		static Found of(Record row) {
			return new Found(row.get("exhausted").asBoolean(), row.get("hits").asList(Hit::of));
		}

	}

}
