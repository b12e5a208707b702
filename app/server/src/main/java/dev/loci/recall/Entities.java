package dev.loci.recall;

import java.util.List;
import java.util.Optional;

import dev.loci.graph.Cypher;
import dev.loci.graph.Graph;
import dev.loci.graph.Parameters;
import dev.loci.graph.Spaces;
import dev.loci.graph.Transaction;
import dev.loci.memory.Entity;
import dev.loci.memory.EntityId;
import dev.loci.memory.EntityNotFound;
import dev.loci.memory.InvalidInput;
import dev.loci.memory.NameAmbiguous;
import dev.loci.memory.NameKey;
import dev.loci.memory.NameUnknown;
import dev.loci.memory.Scope;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

import org.springframework.stereotype.Component;

/**
 * Whom and what a space knows.
 */
@Component
public class Entities {

	private static final Cypher ENTITY = Cypher.named("recall/entity");

	private static final Cypher OF_SPACE = Cypher.named("recall/entities_of_space");

	private static final Cypher BY_NAME = Cypher.named("recall/entities_by_name");

	private static final Cypher NAMED = Cypher.named("recall/entities_named");

	private static final Cypher BY_WORDS = Cypher.named("recall/entities_by_words");

	/** Behind every id. */
	private static final String LAST = "~";

	private static final int MOST_OF_A_NAME = 100;

	private final Graph graph;

	private final Spaces spaces;

	Entities(Graph graph, Spaces spaces) {
		this.graph = graph;
		this.spaces = spaces;
	}

	/** As the caller may know it. */
	public Entity get(String tenant, EntityId id, AsOf asOf) {
		return find(tenant, id, asOf).orElseThrow(() -> new EntityNotFound(id));
	}

	/** Nothing, if there is nothing that the caller may know. */
	public Optional<Entity> find(String tenant, EntityId id, AsOf asOf) {
		Scope scope = scope(tenant, id);
		Sight sight = sight(scope, id, asOf);
		return this.graph.read((tx) -> find(tx, sight, id, scope));
	}

	/** The space that an entity belongs to. */
	public Scope scope(String tenant, EntityId id) {
		return this.spaces.ofEntity(tenant, id).orElseThrow(() -> new EntityNotFound(id));
	}

	Sight sight(Scope scope, EntityId id, AsOf asOf) {
		return this.spaces.view(scope, asOf.knownAt())
			.map((view) -> Sight.of(view, asOf))
			.orElseThrow(() -> new EntityNotFound(id));
	}

	/** The newest first; by words the best first. */
	public List<Entity> list(Scope scope, Listing listing) {
		return this.spaces.view(scope, null).map((view) -> {
			Parameters parameters = Parameters.with("space", view.generation())
				.and("type", listing.type())
				.and("owners", Sight.owners(listing.agentId()))
				.and("limit", listing.limit());
			String before = (listing.after() != null) ? listing.after().toString() : LAST;
			if (listing.name() != null) {
				parameters.and("key", NameKey.of(listing.name()).value()).and("before", before);
				return list(BY_NAME, parameters, scope);
			}
			if (listing.words() != null) {
				List<String> queries = Words.named(view.generation(), listing.words());
				return queries.isEmpty() ? List.<Entity>of()
						: list(BY_WORDS, parameters.and("words", queries.getFirst()), scope);
			}
			return list(OF_SPACE, parameters.and("before", before), scope);
		}).orElse(List.of());
	}

	private List<Entity> list(Cypher query, Parameters parameters, Scope scope) {
		return this.graph.read((tx) -> tx.list(query, parameters, (row) -> entity(row, scope)));
	}

	/** The one whom a name or an id means. */
	public EntityId meant(Scope scope, String nameOrId, AsOf asOf) {
		List<EntityId> meant = this.spaces.view(scope, asOf.knownAt())
			.map((view) -> this.graph.read((tx) -> named(tx, Sight.of(view, asOf), nameOrId)))
			.orElse(List.of());
		if (meant.size() > 1) {
			throw new NameAmbiguous(nameOrId, meant);
		}
		return meant.stream().findFirst().orElseThrow(() -> new NameUnknown(nameOrId));
	}

	/** All that a name or an id may mean, or meant at the moment that is asked for. */
	List<EntityId> named(Transaction tx, Sight sight, String nameOrId) {
		try {
			return List.of(living(tx, sight, EntityId.of(nameOrId)));
		}
		catch (InvalidInput noId) {
			return tx.list(NAMED,
					Parameters.with("space", sight.view().generation())
						.and("key", NameKey.of(nameOrId).value())
						.and("knownAt", sight.knownAt())
						.and("owners", sight.owners())
						.and("limit", MOST_OF_A_NAME),
					(row) -> EntityId.of(row.get("id").asString()));
		}
	}

	/** The id under which an entity has its facts: it may have been merged by then. */
	EntityId living(Transaction tx, Sight sight, EntityId id) {
		EntityId now = id;
		while (true) {
			Optional<String> into = tx
				.first(ENTITY, parameters(sight, now),
						(row) -> Optional.ofNullable(row.get("mergedInto").asString(null)))
				.flatMap((merged) -> merged);
			if (into.isEmpty()) {
				return now;
			}
			now = EntityId.of(into.get());
		}
	}

	Optional<Entity> find(Transaction tx, Sight sight, EntityId id, Scope scope) {
		return tx.first(ENTITY, parameters(sight, id), (row) -> entity(row, scope));
	}

	private static Parameters parameters(Sight sight, EntityId id) {
		return Parameters.with("space", sight.view().generation())
			.and("id", id)
			.and("knownAt", sight.knownAt())
			.and("owners", sight.owners());
	}

	private static Entity entity(Record row, Scope scope) {
		Value node = row.get("entity");
		return new Entity(EntityId.of(node.get("id").asString()), scope.space(), node.get("name").asString(),
				node.get("type").asString(null), row.get("aliases").asList(Value::asString),
				node.get("externalId").asString(null), FactRows.moment(node.get("recordedFrom")),
				row.get("mergedInto").isNull() ? null : EntityId.of(row.get("mergedInto").asString()));
	}

	/**
	 * Which entities of a space.
	 *
	 * @param name exactly this one, however it is written
	 * @param words some of a name's
	 * @param agentId who asks: what only other agents' statements name is not shown
	 * @param after the id of the last one of the page before
	 */
	public record Listing(@Nullable String name, @Nullable String type, @Nullable String words,
			@Nullable String agentId, @Nullable EntityId after, int limit) {
	}

}
