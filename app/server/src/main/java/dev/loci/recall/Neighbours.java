package dev.loci.recall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.loci.graph.Cypher;
import dev.loci.graph.Graph;
import dev.loci.graph.Transaction;
import dev.loci.memory.Entity;
import dev.loci.memory.EntityId;
import dev.loci.memory.EntityNotFound;
import dev.loci.memory.Fact;
import dev.loci.memory.FactId;
import dev.loci.memory.Precision;
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

	/** With so many, or the last ones beyond it, a picture is full. */
	private static final int MOST_EDGES = 2_000;

	/** From so many nodes it is gone on in one query. */
	private static final int AT_ONCE = 50;

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
		List<EntityId> frontier = List.of(centre.id());
		for (int step = 1; step <= depth; step++) {
			int away = step;
			List<EntityId> next = new ArrayList<>();
			for (int from = 0; from < frontier.size() && edges.size() < MOST_EDGES; from += AT_ONCE) {
				List<EntityId> some = frontier.subList(from, Math.min(from + AT_ONCE, frontier.size()));
				for (Reached reached : reached(tx, sight, some)) {
					if (!reached.crowded() || reached.entity().equals(centre.id())) {
						reached.facts().forEach((fact) -> next.addAll(draw(fact, away, nodes, edges)));
					}
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

	/** Returns the ends that were not there yet. */
	private static List<EntityId> draw(Fact fact, int away, Map<EntityId, Node> nodes, Map<FactId, Edge> edges) {
		List<EntityId> fresh = new ArrayList<>();
		for (Entity.Ref end : List.of(fact.subject(), Objects.requireNonNull(fact.object()))) {
			Node node = new Node(end.id(), end.name(), end.type(), away);
			if (nodes.size() < MOST_NODES && nodes.putIfAbsent(end.id(), node) == null) {
				fresh.add(end.id());
			}
		}
		edges.putIfAbsent(fact.id(), Edge.of(fact));
		return fresh;
	}

	private List<Reached> reached(Transaction tx, Sight sight, List<EntityId> frontier) {
		return tx.list(NEIGHBOURS, sight.parameters().and("entities", frontier).and("cap", CAP),
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
			@Nullable Instant validFrom, @JsonIgnore @Nullable Precision begun, @Nullable Instant validTo,
			@JsonIgnore @Nullable Precision ended) {

		static Edge of(Fact fact) {
			return new Edge(fact.id(), fact.subject().id(), fact.predicate(),
					Objects.requireNonNull(fact.object()).id(), fact.text(), fact.validFrom(),
					fact.validFromPrecision(), fact.validTo(), fact.validToPrecision());
		}

	}

}
