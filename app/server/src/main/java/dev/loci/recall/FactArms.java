package dev.loci.recall;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.loci.graph.Cypher;
import dev.loci.graph.Graph;
import dev.loci.graph.Parameters;
import dev.loci.memory.Fact;
import dev.loci.memory.Moments;
import dev.loci.memory.Predicate;
import dev.loci.recall.Recalled.Evidence;
import dev.loci.recall.Search.Hit;
import org.neo4j.driver.Value;

import org.springframework.stereotype.Component;

/**
 * Finds facts, by meaning and by words: those that hold at the moment that is asked for,
 * and with {@code history} those that have ended, too.
 */
@Component
class FactArms {

	private static final Cypher BY_MEANING = Cypher.named("recall/facts_by_meaning");

	private static final Cypher BY_WORDS = Cypher.named("recall/facts_by_words");

	private final Graph graph;

	private final Search search;

	private final Entities entities;

	FactArms(Graph graph, Search search, Entities entities) {
		this.graph = graph;
		this.search = search;
		this.entities = entities;
	}

	List<Hit> byMeaning(Sight sight, float[] vector, Question question) {
		return this.search.hits(BY_MEANING, filters(sight, question).and("vector", vector), question.limit(),
				(hit) -> hit(hit, sight));
	}

	List<Hit> byWords(Sight sight, Question question) {
		List<String> words = Words.facts(sight.view().generation(), question.asOf().knownAt() == null,
				question.query());
		return words.isEmpty() ? List.of() : this.search.hits(BY_WORDS, filters(sight, question).and("words", words),
				question.limit(), (hit) -> hit(hit, sight));
	}

	private Parameters filters(Sight sight, Question question) {
		Question.Filters filters = question.filters();
		Set<Predicate.Kind> kinds = filters.factKinds().isEmpty() ? EnumSet.allOf(Predicate.Kind.class)
				: filters.factKinds();
		// Between from and to, or else at the one moment that is asked for.
		boolean stretch = filters.from() != null || filters.to() != null;
		Instant begun = (filters.to() != null) ? filters.to() : stretch ? Moments.LAST : sight.validAt();
		Instant over = (filters.from() != null) ? filters.from()
				: (stretch || question.history()) ? Moments.FIRST : sight.validAt();
		return sight.parameters()
			.and("kinds", kinds)
			.and("sessionFrom", Search.first(filters.sessionId()))
			.and("sessionTo", Search.last(filters.sessionId()))
			.and("agentFrom", Search.first(filters.agentId()))
			.and("agentTo", Search.last(filters.agentId()))
			.and("begun", begun)
			.and("over", over)
			.and("predicates", filters.predicates().isEmpty() ? null : filters.predicates())
			.and("entities",
					filters.entities().isEmpty() ? null
							: this.graph.read((tx) -> filters.entities()
								.stream()
								.flatMap((entity) -> this.entities.named(tx, sight, entity).stream())
								.distinct()
								.toList()))
			.and("tags", filters.metadata().tags());
	}

	private Hit hit(Value hit, Sight sight) {
		Fact fact = FactRows.fact(hit.get("fact"), sight.validAt(), sight.knownAt());
		return new Hit(fact.id().toString(), hit.get("score").asDouble(),
				new Recalled(Recalled.Kind.fact, fact.id().toString(), fact.version(), null, fact.text(), 0, null, null,
						null, null, fact.agentId(), fact.metadata(), null, fact.validFrom(), fact.validTo(),
						fact.recordedFrom(), fact.status(),
						fact.evidence()
							.stream()
							.map((each) -> new Evidence(each.statementId(), each.episodeId(), each.quote()))
							.toList(),
						null));
	}

}
