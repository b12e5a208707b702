package dev.loci.rest;

import java.time.Instant;
import java.util.Objects;

import dev.loci.access.Caller;
import dev.loci.context.EntityContexts;
import dev.loci.memory.EntityId;
import dev.loci.recall.AsOf;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Context: what an agent should know of somebody or something before it speaks.
 */
@RestController
@RequestMapping("/api/v1")
class ContextController {

	private final EntityContexts contexts;

	private final RestSettings limits;

	ContextController(EntityContexts contexts, RestSettings limits) {
		this.contexts = contexts;
		this.limits = limits;
	}

	/** All that holds of an entity. */
	@Operation(operationId = "getEntityContext", summary = "Get what is known of an entity, as facts and as a text")
	@GetMapping(path = "/entities/{id}/context", produces = MediaType.APPLICATION_JSON_VALUE)
	ContextAnswer ofEntity(Caller caller, @PathVariable String id, @RequestParam(defaultValue = "1") int depth,
			@RequestParam @Nullable Instant validAt, @RequestParam @Nullable Instant knownAt,
			@RequestParam @Nullable String agentId, @RequestParam @Nullable Integer tokenBudget) {
		int budget = checked(depth, tokenBudget);
		return ContextAnswer
			.of(this.contexts.of(caller.tenant(), EntityId.of(id), depth, new AsOf(validAt, knownAt, agentId), budget));
	}

	/** The same by name, for agents that know no ids. */
	@Operation(operationId = "getContext", summary = "Get what is known of an entity by its name")
	@GetMapping(path = "/spaces/{space}/context", produces = MediaType.APPLICATION_JSON_VALUE)
	ContextAnswer ofName(Caller caller, @PathVariable String space, @RequestParam String entity,
			@RequestParam(defaultValue = "1") int depth, @RequestParam @Nullable Instant validAt,
			@RequestParam @Nullable Instant knownAt, @RequestParam @Nullable String agentId,
			@RequestParam @Nullable Integer tokenBudget) {
		int budget = checked(depth, tokenBudget);
		return ContextAnswer
			.of(this.contexts.of(caller.scope(space), entity, depth, new AsOf(validAt, knownAt, agentId), budget));
	}

	/** How many tokens the text may have; as many as can be asked for, if nobody says. */
	private int checked(int depth, @Nullable Integer tokenBudget) {
		int budget = Objects.requireNonNullElse(tokenBudget, this.limits.tokenBudget());
		new Flaws().range("depth", depth, 1, this.limits.depth())
			.range("tokenBudget", budget, 1, this.limits.tokenBudget())
			.refuse();
		return budget;
	}

}
