package dev.loci.rest;

import java.time.Instant;
import java.util.List;

import dev.loci.access.Caller;
import dev.loci.memory.Entity;
import dev.loci.memory.EntityId;
import dev.loci.memory.PredicateName;
import dev.loci.recall.AsOf;
import dev.loci.recall.Entities;
import dev.loci.recall.Facts;
import dev.loci.recall.Neighbours;
import dev.loci.recall.Seen;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Entities: whom and what a space knows, and what it knows of them.
 */
@RestController
@RequestMapping("/api/v1")
class EntitiesController {

	private final Entities entities;

	private final Facts facts;

	private final Neighbours neighbours;

	private final RestSettings limits;

	EntitiesController(Entities entities, Facts facts, Neighbours neighbours, RestSettings limits) {
		this.entities = entities;
		this.facts = facts;
		this.neighbours = neighbours;
		this.limits = limits;
	}

	/** Lists entities, the newest first; by words the best first, and only so many. */
	@Operation(operationId = "listEntities", summary = "List the entities of a space, or find them by name")
	@GetMapping(path = "/spaces/{space}/entities", produces = MediaType.APPLICATION_JSON_VALUE)
	Page<Entity> list(Caller caller, @PathVariable String space, @RequestParam @Nullable String name,
			@RequestParam @Nullable String type, @RequestParam @Nullable String q,
			@RequestParam @Nullable String agentId, @RequestParam(defaultValue = "50") int limit,
			@RequestParam @Nullable String cursor) {
		new Flaws().range("limit", limit, 1, this.limits.limit())
			.unless(name == null || q == null, "q", "and name exclude each other")
			.unless(cursor == null || q == null, "cursor",
					"does not go with q: the best come first, ask for more of them")
			.refuse();
		EntityId after = Page.position(cursor, EntityId::of);
		List<Entity> found = this.entities.list(caller.scope(space),
				new Entities.Listing(name, type, q, agentId, after, (q != null) ? limit : limit + 1));
		return Page.of(found, limit, (entity) -> entity, (entity) -> entity.id().toString());
	}

	/** Gives one entity. */
	@Operation(operationId = "getEntity", summary = "Get an entity")
	@GetMapping(path = "/entities/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	Entity get(Caller caller, @PathVariable String id, @RequestParam @Nullable String agentId) {
		return this.entities.get(caller.tenant(), EntityId.of(id), new AsOf(null, null, agentId));
	}

	/** Tells what was and is known of an entity, slot by slot. */
	@Operation(operationId = "getTimeline", summary = "See what holds of an entity when, slot by slot")
	@GetMapping(path = "/entities/{id}/timeline", produces = MediaType.APPLICATION_JSON_VALUE)
	Timeline timeline(Caller caller, @PathVariable String id, @RequestParam @Nullable String predicate,
			@RequestParam @Nullable Instant validAt, @RequestParam @Nullable Instant knownAt,
			@RequestParam @Nullable String agentId) {
		Seen<Facts.Timeline> seen = this.facts.timeline(caller.tenant(), EntityId.of(id),
				(predicate != null) ? new PredicateName(predicate).value() : null, new AsOf(validAt, knownAt, agentId));
		return new Timeline(seen.what().slots(), seen.what().more(), seen.validAt(), seen.knownAt());
	}

	/** Draws what an entity is connected with. */
	@Operation(operationId = "getNeighbours", summary = "Get what an entity is connected with, to draw it")
	@GetMapping(path = "/entities/{id}/neighbours", produces = MediaType.APPLICATION_JSON_VALUE)
	Neighbourhood neighbours(Caller caller, @PathVariable String id, @RequestParam(defaultValue = "1") int depth,
			@RequestParam @Nullable Instant validAt, @RequestParam @Nullable Instant knownAt,
			@RequestParam @Nullable String agentId) {
		new Flaws().range("depth", depth, 1, this.limits.depth()).refuse();
		Seen<Neighbours.Picture> seen = this.neighbours.of(caller.tenant(), EntityId.of(id), depth,
				new AsOf(validAt, knownAt, agentId));
		return new Neighbourhood(seen.what().nodes(), seen.what().edges(), seen.validAt(), seen.knownAt());
	}

	/**
	 * What holds of an entity, slot by slot in order of time.
	 *
	 * @param more whether there is more than can be told at once: ask by predicate then
	 */
	record Timeline(List<Facts.Slot> slots, boolean more, Instant validAt, Instant knownAt) {
	}

	/** Nodes and edges. */
	record Neighbourhood(List<Neighbours.Node> nodes, List<Neighbours.Edge> edges, Instant validAt, Instant knownAt) {
	}

}
