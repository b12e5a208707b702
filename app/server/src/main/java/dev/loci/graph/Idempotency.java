package dev.loci.graph;

import java.util.Optional;
import java.util.function.Supplier;

import dev.loci.memory.AnswerErased;
import dev.loci.memory.Fingerprint;
import dev.loci.memory.KeyReused;
import dev.loci.memory.Scope;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes repeating safe: the answer to a request is stored in the transaction of the
 * request, and given again to a second one of the same key.
 */
@Component
public class Idempotency {

	private static final Cypher RESERVE_KEY = Cypher.named("graph/reserve_idempotency_key");

	private static final Cypher REMEMBER_ANSWER = Cypher.named("graph/remember_answer");

	private static final Cypher FORGET_ANSWERS = Cypher.named("graph/forget_answers");

	private static final int AT_ONCE = 1_000;

	private final Graph graph;

	private final GraphSettings settings;

	private final JsonMapper json = JsonMapper.builder()
		.enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.build();

	Idempotency(Graph graph, GraphSettings settings) {
		this.graph = graph;
		this.settings = settings;
	}

	/** Does the work, unless a request of this key has done it. */
	public <T> T once(Transaction tx, Scope scope, String space, @Nullable String key, Object content, Class<T> type,
			Supplier<T> work) {
		if (key == null) {
			return work.get();
		}
		String request = Fingerprint.of(type.getSimpleName(), scope.space(), this.json.writeValueAsString(content));
		Parameters parameters = Parameters.with("tenant", scope.tenant()).and("key", key);
		Optional<Earlier> earlier = tx.first(RESERVE_KEY, parameters,
				(row) -> new Earlier(row.get("request").asString(), row.get("answer").asString()));
		if (earlier.isPresent()) {
			if (!earlier.get().request().equals(request)) {
				throw new KeyReused(key);
			}
			if (earlier.get().answer().isEmpty()) {
				throw new AnswerErased(key);
			}
			return this.json.readValue(earlier.get().answer(), type);
		}
		T answer = work.get();
		tx.run(REMEMBER_ANSWER,
				parameters.and("space", space)
					.and("request", request)
					.and("type", type.getSimpleName())
					.and("answer", this.json.writeValueAsString(answer))
					.and("kept", this.settings.idempotencyKept()));
		return answer;
	}

	@Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
	void forgetExpired() {
		int dropped;
		do {
			dropped = this.graph.write((tx) -> tx.single(FORGET_ANSWERS, Parameters.with("limit", AT_ONCE),
					(row) -> row.get("dropped").asInt()));
		}
		while (dropped == AT_ONCE);
	}

	private record Earlier(String request, String answer) {
	}

}
