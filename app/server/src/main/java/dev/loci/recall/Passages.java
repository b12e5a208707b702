package dev.loci.recall;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.loci.graph.Cypher;
import dev.loci.graph.MetadataJson;
import dev.loci.graph.Parameters;
import dev.loci.memory.Episode;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.Moments;
import dev.loci.recall.Recalled.Evidence;
import dev.loci.recall.Search.Hit;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

import org.springframework.stereotype.Component;

/**
 * Finds passages of episodes, by meaning and by words.
 */
@Component
class Passages {

	private static final Cypher BY_MEANING = Cypher.named("recall/passages_by_meaning");

	private static final Cypher BY_WORDS = Cypher.named("recall/passages_by_words");

	private final Search search;

	Passages(Search search) {
		this.search = search;
	}

	List<Hit> byMeaning(Sight sight, float[] vector, Question question) {
		return this.search.hits(BY_MEANING, filters(sight, question).and("vector", vector), question.limit(),
				this::hit);
	}

	List<Hit> byWords(Sight sight, Question question) {
		List<String> words = Words.queries(sight.view().space(), question.query());
		return words.isEmpty() ? List.of()
				: this.search.hits(BY_WORDS, filters(sight, question).and("words", words), question.limit(), this::hit);
	}

	private static Parameters filters(Sight sight, Question question) {
		Question.Filters filters = question.filters();
		Set<Episode.Kind> kinds = filters.episodeKinds().isEmpty() ? EnumSet.allOf(Episode.Kind.class)
				: filters.episodeKinds();
		return Parameters.with("space", sight.view().space())
			.and("kinds", kinds)
			.and("sessionFrom", Search.first(filters.sessionId()))
			.and("sessionTo", Search.last(filters.sessionId()))
			.and("agentFrom", Search.first(filters.agentId()))
			.and("agentTo", Search.last(filters.agentId()))
			.and("from", or(filters.from(), Moments.FIRST))
			.and("to", or(filters.to(), Moments.LAST))
			.and("knownAt", sight.knownAt())
			.and("tags", filters.metadata().tags());
	}

	private static Instant or(@Nullable Instant moment, Instant otherwise) {
		return (moment != null) ? moment : otherwise;
	}

	private Hit hit(Value hit) {
		Value episode = hit.get("episode");
		EpisodeId id = EpisodeId.of(FactRows.word(episode.get("id")));
		String text = FactRows.word(hit.get("passage").get("text"));
		return new Hit(FactRows.word(hit.get("passage").get("id")), hit.get("score").asDouble(),
				new Recalled(Recalled.Kind.episode, id.toString(), null, FactRows.word(hit.get("passage").get("id")),
						text, 0, episode.get("role").asString(null), episode.get("name").asString(null),
						episode.get("title").asString(null), episode.get("sessionId").asString(null),
						episode.get("agentId").asString(null), MetadataJson.of(episode),
						FactRows.moment(episode.get("occurredAt")), null, null,
						FactRows.moment(episode.get("recordedAt")), null, List.of(new Evidence(null, id, text)), null));
	}

}
