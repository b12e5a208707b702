package dev.loci.recall;

import java.time.Instant;
import java.util.List;

import dev.loci.graph.Cypher;
import dev.loci.graph.Graph;
import dev.loci.graph.MetadataJson;
import dev.loci.graph.Parameters;
import dev.loci.graph.Spaces;
import dev.loci.memory.Episode;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.EpisodeNotFound;
import dev.loci.memory.Moments;
import dev.loci.memory.Scope;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

import org.springframework.stereotype.Component;

/**
 * What was said, as it was said.
 */
@Component
public class Episodes {

	private static final Cypher EPISODE = Cypher.named("recall/episode");

	private static final Cypher ALL = Cypher.named("recall/episodes_by_id");

	private static final Cypher OF_SPACE = Cypher.named("recall/episodes_of_space");

	private static final Cypher OF_SESSION = Cypher.named("recall/episodes_of_session");

	private final Graph graph;

	private final Spaces spaces;

	Episodes(Graph graph, Spaces spaces) {
		this.graph = graph;
		this.spaces = spaces;
	}

	public Episode get(String tenant, EpisodeId id) {
		return this.graph
			.read((tx) -> tx.first(EPISODE, Parameters.with("tenant", tenant).and("id", id),
					(row) -> episode(row.get("episode"), row.get("space").asString())))
			.orElseThrow(() -> new EpisodeNotFound(id));
	}

	/** Those of these that there are, in no order. */
	public List<Episode> all(String tenant, List<EpisodeId> ids) {
		return this.graph.read((tx) -> tx.list(ALL, Parameters.with("tenant", tenant).and("ids", ids),
				(row) -> episode(row.get("episode"), row.get("space").asString())));
	}

	/** The latest first. */
	public List<Episode> list(Scope scope, Listing listing) {
		Cypher query = (listing.sessionId() != null) ? OF_SESSION : OF_SPACE;
		return this.spaces.key(scope)
			.map((space) -> this.graph.read((tx) -> tx.list(query, listing.parameters(space),
					(row) -> episode(row.get("episode"), scope.space()))))
			.orElse(List.of());
	}

	private static Episode episode(Value node, String space) {
		return new Episode(EpisodeId.of(node.get("id").asString()), space,
				Episode.Kind.valueOf(node.get("kind").asString()), node.get("messageId").asString(null),
				node.get("role").asString(null), node.get("name").asString(null), node.get("title").asString(null),
				node.get("source").asString(null), node.get("content").asString(), node.get("sessionId").asString(null),
				node.get("agentId").asString(null), MetadataJson.of(node),
				node.get("occurredAt").asZonedDateTime().toInstant(),
				node.get("recordedAt").asZonedDateTime().toInstant());
	}

	/**
	 * Which episodes of a space.
	 *
	 * @param after the last one of the page before
	 */
	public record Listing(@Nullable String sessionId, @Nullable String agentId, @Nullable Instant from,
			@Nullable Instant to, @Nullable Position after, int limit) {

		Parameters parameters(String space) {
			Parameters parameters = Parameters.with("space", space)
				.and("agentId", this.agentId)
				.and("owners", Sight.owners(this.agentId))
				.and("from", (this.from != null) ? this.from : Moments.FIRST)
				.and("to", (this.to != null) ? this.to : Moments.LAST)
				.and("beforeTime", (this.after != null) ? this.after.occurredAt() : Moments.LAST)
				.and("beforeId", (this.after != null) ? this.after.id() : "")
				.and("limit", this.limit);
			return (this.sessionId != null) ? parameters.and("sessionId", this.sessionId) : parameters;
		}

	}

	/** A place in a list. */
	public record Position(Instant occurredAt, EpisodeId id) {
	}

}
