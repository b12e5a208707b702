package dev.loci.recall;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a recall was asked and why it gave what it gave, as a node and a relationship of
 * the graph keep it: neither can hold a map.
 */
final class RecordingJson {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
		.build();

	private RecordingJson() {
	}

	/** As it was sent, with what is usual in the place of what was left out. */
	static String request(Question question, Optional<Told> told) {
		Map<String, @Nullable Object> request = new LinkedHashMap<>();
		request.put("limit", question.limit());
		request.put("include", question.include().stream().map(RecordingJson::plural).toList());
		request.put("history", question.history());
		if (question.order().diversity() > 0) {
			request.put("diversity", question.order().diversity());
		}
		if (question.order().rerank()) {
			request.put("rerank", true);
		}
		request.put("filters", filters(question.filters()));
		told.ifPresent((text) -> request.put("tokenBudget", text.budget()));
		return MAPPER.writeValueAsString(request);
	}

	private static String plural(Recalled.Kind kind) {
		return switch (kind) {
			case fact -> "facts";
			case episode -> "episodes";
			case entity -> "entities";
		};
	}

	private static Map<String, @Nullable Object> filters(Question.Filters filters) {
		List<Enum<?>> kinds = new ArrayList<>(filters.factKinds());
		kinds.addAll(filters.episodeKinds());
		Map<String, @Nullable Object> asked = new LinkedHashMap<>();
		asked.put("kinds", kinds);
		asked.put("predicates", filters.predicates());
		asked.put("entities", filters.entities());
		asked.put("agentId", filters.agentId());
		asked.put("sessionId", filters.sessionId());
		asked.put("from", filters.from());
		asked.put("to", filters.to());
		asked.put("metadata", filters.metadata().values());
		asked.values().removeIf(Objects::isNull);
		return asked;
	}

	static @Nullable String why(@Nullable Why why) {
		return (why != null) ? MAPPER.writeValueAsString(why.unlabelled()) : null;
	}

	static JsonNode read(String json) {
		return MAPPER.readTree(json);
	}

}
