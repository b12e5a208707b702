package dev.loci.rest;

import java.util.List;

import dev.loci.access.Caller;
import dev.loci.ingest.Outcomes;
import dev.loci.memory.DecisionId;
import dev.loci.memory.Fact;
import dev.loci.memory.SuggestionId;
import dev.loci.resolve.Suggestion;
import dev.loci.resolve.Suggestions;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Suggestions: what nobody but a person or a model can decide.
 */
@RestController
@RequestMapping("/api/v1")
class SuggestionsController {

	private final Suggestions suggestions;

	private final RestSettings limits;

	SuggestionsController(Suggestions suggestions, RestSettings limits) {
		this.suggestions = suggestions;
		this.limits = limits;
	}

	/** Lists what waits for a decision, or was decided, the newest first. */
	@Operation(operationId = "listSuggestions",
			summary = "List what waits for a decision, or was decided, the newest first")
	@GetMapping(path = "/spaces/{space}/suggestions", produces = MediaType.APPLICATION_JSON_VALUE)
	Page<Suggestion> list(Caller caller, @PathVariable String space,
			@RequestParam(defaultValue = "OPEN") Suggestion.Status status, @RequestParam Suggestion.@Nullable Kind kind,
			@RequestParam @Nullable String agentId, @RequestParam(defaultValue = "50") int limit,
			@RequestParam @Nullable String cursor) {
		new Flaws().range("limit", limit, 1, this.limits.limit()).refuse();
		SuggestionId after = Page.position(cursor, SuggestionId::of);
		return Page.of(
				this.suggestions.list(caller.scope(space),
						new Suggestions.Listing(status, kind, agentId, after, limit + 1)),
				limit, (suggestion) -> suggestion, (suggestion) -> suggestion.id().toString());
	}

	/** Follows a suggestion: two entities become one, a statement is believed. */
	@Operation(operationId = "acceptSuggestion", summary = "Follow a suggestion")
	@PostMapping(path = "/suggestions/{id}/accept", produces = MediaType.APPLICATION_JSON_VALUE)
	Decided accept(Caller caller, @PathVariable String id) {
		return Decided.of(this.suggestions.accept(caller.tenant(), SuggestionId.of(id)));
	}

	/** Does not follow a suggestion; it is not made again. */
	@Operation(operationId = "dismissSuggestion", summary = "Dismiss a suggestion")
	@PostMapping(path = "/suggestions/{id}/dismiss", produces = MediaType.APPLICATION_JSON_VALUE)
	Decided dismiss(Caller caller, @PathVariable String id) {
		return Decided.of(this.suggestions.dismiss(caller.tenant(), SuggestionId.of(id)));
	}

	/** What was decided, and what is believed otherwise because of it. */
	record Decided(SuggestionId id, Suggestion.Status status, @Nullable DecisionId mergeId, @Nullable Fact fact,
			List<Outcomes.Changed> changed) {

		static Decided of(Suggestions.Decided decided) {
			return new Decided(decided.id(), decided.status(), decided.merge(), decided.fact(),
					decided.changed().stream().map(Outcomes.Changed::of).toList());
		}

	}

}
