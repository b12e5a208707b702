package dev.loci.rest;

import java.net.URI;

import dev.loci.access.Caller;
import dev.loci.forget.Erasure;
import dev.loci.ingest.Rebuilds;
import dev.loci.ingest.SpaceReading;
import dev.loci.memory.Job;
import dev.loci.memory.Scope;
import dev.loci.resolve.SpaceOntologies;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import tools.jackson.databind.JsonNode;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Spaces as a whole.
 */
@RestController
@RequestMapping("/api/v1/spaces/{space}")
class SpacesController {

	private final SpaceOntologies ontologies;

	private final SpaceReading reading;

	private final Rebuilds rebuilds;

	private final Erasure erasure;

	private final RestSettings limits;

	SpacesController(SpaceOntologies ontologies, SpaceReading reading, Rebuilds rebuilds, Erasure erasure,
			RestSettings limits) {
		this.ontologies = ontologies;
		this.reading = reading;
		this.rebuilds = rebuilds;
		this.erasure = erasure;
		this.limits = limits;
	}

	/** Tells which settings a space has. */
	@Operation(operationId = "getSpace", summary = "See the settings of a space")
	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	SpaceAnswer get(Caller caller, @PathVariable String space) {
		Scope scope = caller.scope(space);
		return answer(scope);
	}

	/** Changes the settings of a space. */
	@Operation(operationId = "changeSpace", summary = "Give a space its own ontology, and say who reads there")
	@PatchMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	SpaceAnswer change(Caller caller, @PathVariable String space, @RequestBody JsonNode body) {
		Scope scope = caller.scope(space);
		SpacePatch patch = SpacePatch.of(body, this.limits);
		if (patch.extract() != null) {
			this.reading.check(patch.extract().to());
		}
		if (patch.ontology() != null) {
			this.ontologies.choose(scope, patch.ontology().to());
		}
		if (patch.extract() != null) {
			this.reading.choose(scope, patch.extract().to());
		}
		return answer(scope);
	}

	private SpaceAnswer answer(Scope scope) {
		return SpaceAnswer.of(scope.space(), this.ontologies.of(scope), this.reading.of(scope));
	}

	/**
	 * Believes anew all that was claimed, by the ontology that the space has now; or
	 * reads all that was said anew, with whoever reads there now.
	 */
	@Operation(operationId = "rebuildSpace",
			summary = "Believe anew all that was claimed in a space, or read all that was said anew")
	@ApiResponse(responseCode = "202", description = "The job that does it",
			content = @Content(schema = @Schema(implementation = Job.class)))
	@PostMapping(path = "/rebuild", produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Job> rebuild(Caller caller, @PathVariable String space, @RequestBody RebuildRequest request) {
		request.check();
		Scope scope = caller.scope(space);
		Job job = request.isFromEpisodes() ? this.rebuilds.fromEpisodes(scope) : this.rebuilds.fromStatements(scope);
		return ResponseEntity.accepted().location(URI.create("/api/v1/jobs/" + job.id())).body(job);
	}

	/** Erases a space with all that is in it. */
	@Operation(operationId = "eraseSpace", summary = "Erase a space with all that is in it")
	@DeleteMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	Erasure.Erased erase(Caller caller, @PathVariable String space) {
		return this.erasure.space(caller.scope(space));
	}

}
