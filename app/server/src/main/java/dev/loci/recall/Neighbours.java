package dev.loci.recall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.loci.graph.Cypher;
import dev.loci.graph.Graph;
import dev.loci.graph.Transaction;
import dev.loci.memory.Entity;
import dev.loci.memory.EntityId;
import dev.loci.memory.EntityNotFound;
import dev.loci.memory.Fact;
import dev.loci.memory.FactId;
import dev.loci.memory.Scope;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What an entity is connected with, step by step, as it was at a moment.
 */
@Component
public class Neighbours {

	private static final Cypher NEIGHBOURS = Cypher.named("recall/neighbours");

	/** Whoever has more than this is a hub: it is shown, and not gone through. */
	private static final int CAP = 200;

	private static final int MOST_NODES = 1_000;

	private final Graph graph;

	private final Entities entities;

	Neighbours(Graph graph, Entities entities) {
		this.graph = graph;
		this.entities = entities;
	}

	/** Nodes and edges to draw, nearest first. */
	public Seen<Picture> of(String tenant, EntityId id, int depth, AsOf asOf) {
		Scope scope = this.entities.scope(tenant, id);
		Sight sight = this.entities.sight(scope, id, asOf);
		Picture picture = this.graph.read((tx) -> {
			EntityId living = this.entities.living(tx, sight, id);
			Entity centre = this.entities.find(tx, sight, living, scope).orElseThrow(() -> new EntityNotFound(id));
			return spread(tx, sight, centre, depth);
		});
		return new Seen<>(picture, sight.validAt(), sight.knownAt());
	}

	private Picture spread(Transaction tx, Sight sight, Entity centre, int depth) {
		Map<EntityId, Node> nodes = new LinkedHashMap<>();
		Map<FactId, Edge> edges = new LinkedHashMap<>();
		nodes.put(centre.id(), new Node(centre.id(), centre.name(), centre.type(), 0));
		Set<EntityId> frontier = Set.of(centre.id());
		for (int step = 1; step <= depth && !frontier.isEmpty(); step++) {
			Set<EntityId> next = new HashSet<>();
			for (Reached reached : reached(tx, sight, frontier)) {
				boolean hub = reached.crowded() && !reached.entity().equals(centre.id());
				for (Fact fact : hub ? List.<Fact>of() : reached.facts()) {
					for (Entity.Ref end : List.of(fact.subject(), Objects.requireNonNull(fact.object()))) {
						Node node = new Node(end.id(), end.name(), end.type(), step);
						if (nodes.size() < MOST_NODES && nodes.putIfAbsent(end.id(), node) == null) {
							next.add(end.id());
						}
					}
					edges.putIfAbsent(fact.id(), Edge.of(fact));
				}
			}
			frontier = next;
		}
		return new Picture(List.copyOf(nodes.values()),
				edges.values()
					.stream()
					.filter((edge) -> nodes.containsKey(edge.subject()) && nodes.containsKey(edge.object()))
					.toList());
	}

	private List<Reached> reached(Transaction tx, Sight sight, Set<EntityId> frontier) {
		return tx.list(NEIGHBOURS, sight.parameters().and("entities", new ArrayList<>(frontier)).and("cap", CAP),
				(row) -> new Reached(EntityId.of(row.get("entity").asString()), row.get("crowded").asBoolean(),
						row.get("facts").asList((fact) -> FactRows.fact(fact, sight.validAt(), sight.knownAt()))));
	}

	private record Reached(EntityId entity, boolean crowded, List<Fact> facts) {
	}

	/** Entities and the facts between them. */
	public record Picture(List<Node> nodes, List<Edge> edges) {
	}

	/** An entity, and how many steps away it is. */
	public record Node(EntityId id, String name, @Nullable String type, int depth) {
	}

	/** A fact between two entities. */
	public record Edge(FactId fact, EntityId subject, String predicate, EntityId object, String text,
			@Nullable Instant validFrom, @Nullable Instant validTo) {

		static Edge of(Fact fact) {
			return new Edge(fact.id(), fact.subject().id(), fact.predicate(),
					Objects.requireNonNull(fact.object()).id(), fact.text(), fact.validFrom(), fact.validTo());
		}

	}

}
