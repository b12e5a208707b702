package dev.loci.rest;

import java.time.Instant;

import dev.loci.access.Caller;
import dev.loci.ingest.Corrections;
import dev.loci.ingest.Outcomes;
import dev.loci.ingest.Statements;
import dev.loci.memory.Fact;
import dev.loci.memory.FactId;
import dev.loci.memory.Predicate;
import dev.loci.memory.PredicateName;
import dev.loci.recall.AsOf;
import dev.loci.recall.Facts;
import dev.loci.recall.History;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Facts: what is believed, told and put right here.
 */
@RestController
@RequestMapping("/api/v1")
class FactsController {

	private final Statements statements;

	private final Corrections corrections;

	private final Facts facts;

	private final History history;

	private final RestSettings limits;

	private final JsonMapper json;

	FactsController(Statements statements, Corrections corrections, Facts facts, History history, RestSettings limits,
			JsonMapper json) {
		this.statements = statements;
		this.corrections = corrections;
		this.facts = facts;
		this.history = history;
		this.limits = limits;
		this.json = json;
	}

	/** Takes statements as they are; what they change is believed when this answers. */
	@Operation(operationId = "state", summary = "Tell facts as they are")
	@PostMapping(path = "/spaces/{space}/facts", produces = MediaType.APPLICATION_JSON_VALUE)
	Outcomes state(Caller caller, @PathVariable String space, @RequestBody FactsRequest request,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey) {
		this.limits.checkKey(idempotencyKey);
		return this.statements.accept(caller.scope(space), request.told(this.limits, this.json), idempotencyKey);
	}

	/** Lists facts, the newest first. */
	@Operation(operationId = "listFacts", summary = "List the facts of a space, the newest first")
	@GetMapping(path = "/spaces/{space}/facts", produces = MediaType.APPLICATION_JSON_VALUE)
	FactsPage list(Caller caller, @PathVariable String space, @RequestParam @Nullable String subject,
			@RequestParam @Nullable String predicate, @RequestParam Predicate.@Nullable Kind kind,
			@RequestParam Fact.@Nullable Status status, @RequestParam @Nullable Instant validAt,
			@RequestParam @Nullable Instant knownAt, @RequestParam @Nullable String agentId,
			@RequestParam(defaultValue = "50") int limit, @RequestParam @Nullable String cursor) {
		new Flaws().range("limit", limit, 1, this.limits.limit()).refuse();
		FactId after = Page.position(cursor, FactId::of);
		return FactsPage.of(this.facts.list(caller.scope(space), new Facts.Listing(subject,
				(predicate != null) ? new PredicateName(predicate).value() : null, kind, status, after, limit + 1),
				new AsOf(validAt, knownAt, agentId)), limit);
	}

	/** Gives one fact; if it is no longer believed, as it was last. */
	@Operation(operationId = "getFact", summary = "Get a fact as it is believed, or was at a moment")
	@GetMapping(path = "/facts/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<FactAnswer> get(Caller caller, @PathVariable String id, @RequestParam @Nullable Instant validAt,
			@RequestParam @Nullable Instant knownAt) {
		FactAnswer answer = FactAnswer
			.of(this.facts.get(caller.tenant(), FactId.of(id), new AsOf(validAt, knownAt, null)));
		return Tag.on(answer, answer.fact().version());
	}

	/** Tells how a fact came to be what it is. */
	@Operation(operationId = "getFactHistory", summary = "See all versions of a fact and the statements behind them")
	@GetMapping(path = "/facts/{id}/history", produces = MediaType.APPLICATION_JSON_VALUE)
	HistoryAnswer history(Caller caller, @PathVariable String id, @RequestParam @Nullable Instant knownAt) {
		return HistoryAnswer.of(this.history.of(caller.tenant(), FactId.of(id), new AsOf(null, knownAt, null)));
	}

	/** Puts a fact right: a statement of the highest authority. */
	@Operation(operationId = "correctFact", summary = "Put a fact right",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(schema = @Schema(implementation = FactPatch.Content.class))))
	@PatchMapping(path = "/facts/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	Outcomes.Result correct(Caller caller, @PathVariable String id, @RequestBody JsonNode body,
			@RequestHeader(name = "If-Match", required = false) @Nullable String version) {
		return this.corrections.correct(caller.tenant(), FactId.of(id), FactPatch.of(body, this.limits, this.json),
				Tag.version(version));
	}

	/** Takes a fact back: this run of it, not others of the same state. */
	@Operation(operationId = "retractFact", summary = "Take a fact back")
	@PostMapping(path = "/facts/{id}/retract", produces = MediaType.APPLICATION_JSON_VALUE)
	Outcomes.Result retract(Caller caller, @PathVariable String id,
			@RequestBody(required = false) @Nullable Reason reason,
			@RequestHeader(name = "If-Match", required = false) @Nullable String version) {
		String why = (reason != null) ? reason.reason() : null;
		new Flaws().size("reason", why, this.limits.message())
			.unless(why == null || !why.isBlank(), "reason", "must not be empty")
			.refuse();
		return this.corrections.retract(caller.tenant(), FactId.of(id), why, Tag.version(version));
	}

	/** Why a fact is taken back. */
	record Reason(@Nullable String reason) {
	}

}
