package dev.loci.rest;

import java.util.List;
import java.util.Objects;

import dev.loci.access.Caller;
import dev.loci.ingest.Outcomes;
import dev.loci.memory.DecisionId;
import dev.loci.memory.Entity;
import dev.loci.memory.EntityId;
import dev.loci.recall.AsOf;
import dev.loci.recall.Entities;
import dev.loci.resolve.Merges;
import dev.loci.resolve.Splits;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Decisions on who is who: what people know and names do not tell.
 */
@RestController
@RequestMapping("/api/v1")
class MergesController {

	private final Merges merges;

	private final Splits splits;

	private final Entities entities;

	private final RestSettings limits;

	MergesController(Merges merges, Splits splits, Entities entities, RestSettings limits) {
		this.merges = merges;
		this.splits = splits;
		this.entities = entities;
		this.limits = limits;
	}

	/** Decides that another entity is this one: its facts and names become this one's. */
	@Operation(operationId = "mergeEntities", summary = "Say that two entities are one")
	@PostMapping(path = "/entities/{id}/merge", produces = MediaType.APPLICATION_JSON_VALUE)
	Merged merge(Caller caller, @PathVariable String id, @RequestBody MergeRequest request) {
		new Flaws().unless(request.other() != null, "other", "is missing: the id of the other entity").refuse();
		return merged(caller, this.merges.merge(caller.tenant(), EntityId.of(id),
				EntityId.of(Objects.requireNonNull(request.other()))));
	}

	/** Takes a merge or a split back. */
	@Operation(operationId = "undoMerge", summary = "Undo a merge or a split of entities")
	@PostMapping(path = "/merges/{id}/undo", produces = MediaType.APPLICATION_JSON_VALUE)
	Merged undo(Caller caller, @PathVariable String id) {
		return merged(caller, this.merges.undo(caller.tenant(), DecisionId.of(id)));
	}

	/** Makes a new entity of some of what was said about one. */
	@Operation(operationId = "splitEntity", summary = "Say that an entity is two")
	@PostMapping(path = "/entities/{id}/split", produces = MediaType.APPLICATION_JSON_VALUE)
	Merged split(Caller caller, @PathVariable String id, @RequestBody SplitRequest request) {
		return merged(caller, this.splits.split(caller.tenant(), EntityId.of(id), request.parts(this.limits),
				Objects.requireNonNull(request.name())));
	}

	private Merged merged(Caller caller, Merges.Decided decided) {
		return new Merged(decided.id(), this.entities.find(caller.tenant(), decided.entity(), AsOf.NOW).orElse(null),
				decided.changed().stream().map(Outcomes.Changed::of).toList());
	}

	/** Which other entity is the same. */
	record MergeRequest(@Nullable String other) {
	}

	/**
	 * What was decided, whom it is about, and what is believed otherwise because of it.
	 *
	 * @param entity as everybody may know it; absent, if only agents on their own speak
	 * of it
	 */
	record Merged(DecisionId mergeId, @Nullable Entity entity, List<Outcomes.Changed> changed) {
	}

}
