package dev.loci.recall;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.loci.graph.Cypher;
import dev.loci.graph.Graph;
import dev.loci.graph.Parameters;
import dev.loci.graph.View;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.FactId;
import dev.loci.memory.MemoryId;
import dev.loci.memory.MemoryNotGiven;
import dev.loci.memory.RecallId;
import dev.loci.memory.RecallNotFound;
import dev.loci.memory.Scope;
import dev.loci.recall.Recording.Given;
import dev.loci.recall.Told.Carried;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What recalls have given, and what became of it.
 */
@Component
public class Recordings {

	private static final Cypher RECORDING = Cypher.named("recall/recording");

	private static final Cypher OF_TENANT = Cypher.named("recall/recordings");

	private static final Cypher OF_SPACE = Cypher.named("recall/recordings_of_space");

	private static final Cypher OF_RESPONSE = Cypher.named("recall/recordings_of_response");

	private static final Cypher OF_FACT = Cypher.named("recall/recordings_of_fact");

	private static final Cypher OF_EPISODE = Cypher.named("recall/recordings_of_episode");

	private static final Cypher FEEDBACK = Cypher.named("recall/store_feedback");

	private static final Cypher FORGET = Cypher.named("recall/forget_recordings");

	/** Behind every id. */
	private static final String LAST = "~";

	/** Each of them may have given a few hundred memories. */
	private static final int AT_ONCE = 200;

	private final Graph graph;

	private final Recorder recorder;

	private final RecallSettings settings;

	Recordings(Graph graph, Recorder recorder, RecallSettings settings) {
		this.graph = graph;
		this.recorder = recorder;
		this.settings = settings;
	}

	/** Keeps what was given; it can be looked up at once. */
	void keep(Scope scope, Optional<View> view, Question question, Recollection given, Optional<Told> told) {
		this.recorder.add(new Recorded(scope, view, Instant.now(), question, given, told));
	}

	public Recording get(String tenant, RecallId id) {
		this.recorder.awaitAll();
		return this.graph
			.read((tx) -> tx.first(RECORDING, Parameters.with("tenant", tenant).and("id", id),
					(row) -> recording(row.get("recall"), row.get("items").asList(Recordings::given),
							row.get("blocks").asList(Recordings::carried), row.get("items").size())))
			.orElseThrow(() -> new RecallNotFound(id));
	}

	/** The newest first. */
	public List<Recording> list(String tenant, Listing listing) {
		this.recorder.awaitAll();
		return this.graph.read((tx) -> tx.list(listing.query(), listing.parameters(tenant),
				(row) -> recording(row.get("recall"), null, null, row.get("left").asInt())));
	}

	/** Says whether a memory that a recall gave has helped. The last word counts. */
	public Use feedback(String tenant, RecallId id, MemoryId memory, boolean helpful) {
		this.recorder.awaitAll();
		return this.graph.write((tx) -> tx.first(FEEDBACK,
				Parameters.with("tenant", tenant).and("id", id).and("memory", memory).and("helpful", helpful),
				Function.identity()))
			.map((row) -> {
				if (row.get("helpful").isNull()) {
					throw new MemoryNotGiven(id, memory);
				}
				return new Use(row.get("helpful").asLong(), row.get("unhelpful").asLong());
			})
			.orElseThrow(() -> new RecallNotFound(id));
	}

	@Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
	void forgetOld() {
		Parameters parameters = Parameters.with("before", Instant.now().minus(this.settings.recordingsKept()))
			.and("limit", AT_ONCE);
		int forgotten;
		do {
			forgotten = this.graph.write((tx) -> tx.single(FORGET, parameters, (row) -> row.get("forgotten").asInt()));
		}
		while (forgotten == AT_ONCE);
	}

	private static Recording recording(Value node, @Nullable List<Given> items, @Nullable List<Carried> blocks,
			int left) {
		int given = node.get("given").asInt();
		return new Recording(RecallId.of(node.get("id").asString()), node.get("name").asString(),
				FactRows.moment(node.get("askedAt")), node.get("responseId").asString(null),
				FactRows.word(node.get("query")), RecordingJson.read(node.get("request").asString()),
				FactRows.moment(node.get("validAt")), FactRows.moment(node.get("knownAt")),
				node.get("degraded").asList(Value::asString), given, given - left,
				node.get("tokens").isNull() ? null : node.get("tokens").asInt(), blocks, items);
	}

	private static Carried carried(Value block) {
		return new Carried(FactRows.word(block.get("label")), block.get("version").asInt(),
				FactRows.moment(block.get("recordedFrom")));
	}

	private static Given given(Value item) {
		return new Given(item.get("rank").asInt(), Recalled.Kind.valueOf(item.get("kind").asString()),
				FactRows.word(item.get("id")), item.get("version").isNull() ? null : item.get("version").asInt(),
				item.get("passage").asString(null), FactRows.word(item.get("text")), FactRows.ref(item, "subject"),
				item.get("score").asDouble(), RecordingJson.read(item.get("why").asString()),
				item.get("helpful").isNull() ? null : item.get("helpful").asBoolean());
	}

	/**
	 * Which recalls: those that gave these memories, for this response, in this space.
	 *
	 * @param agentId who asks: what an agent has asked as itself is shown to nobody else
	 * @param before the last one of the page before
	 */
	public record Listing(@Nullable String responseId, @Nullable FactId factId, @Nullable EpisodeId episodeId,
			@Nullable String space, @Nullable String agentId, @Nullable RecallId before, int limit) {

		/** By what there is least of; the rest is filtered. */
		private Cypher query() {
			return (this.responseId != null) ? OF_RESPONSE : (this.factId != null) ? OF_FACT
					: (this.episodeId != null) ? OF_EPISODE : (this.space != null) ? OF_SPACE : OF_TENANT;
		}

		private Parameters parameters(String tenant) {
			return Parameters.with("tenant", tenant)
				.and("responseId", this.responseId)
				.and("fact", this.factId)
				.and("episode", this.episodeId)
				.and("name", this.space)
				.and("agentId", this.agentId)
				.and("before", (this.before != null) ? this.before : LAST)
				.and("limit", this.limit);
		}

	}

}
