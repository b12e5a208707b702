package dev.loci.rest;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import dev.loci.access.Caller;
import dev.loci.forget.Erasure;
import dev.loci.ingest.Acceptance;
import dev.loci.ingest.Ingestion;
import dev.loci.ingest.Jobs;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.Job;
import dev.loci.memory.Moments;
import dev.loci.recall.Episodes;
import dev.loci.recall.Episodes.Listing;
import dev.loci.recall.Episodes.Position;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Episodes: what was said is kept, listed and erased here.
 */
@RestController
@RequestMapping("/api/v1")
class EpisodesController {

	private final Ingestion ingestion;

	private final Jobs jobs;

	private final Episodes episodes;

	private final Erasure erasure;

	private final RestSettings limits;

	private final JsonMapper json;

	EpisodesController(Ingestion ingestion, Jobs jobs, Episodes episodes, Erasure erasure, RestSettings limits,
			JsonMapper json) {
		this.ingestion = ingestion;
		this.jobs = jobs;
		this.episodes = episodes;
		this.erasure = erasure;
		this.limits = limits;
		this.json = json;
	}

	/** Keeps messages, a text or a JSON value. */
	@Operation(operationId = "remember", summary = "Remember messages, a text or a JSON value")
	@ApiResponse(responseCode = "202", description = "Kept; the job goes on",
			content = @Content(schema = @Schema(implementation = AcceptanceAnswer.class)))
	@ApiResponse(responseCode = "200", description = "Kept, and the job has ended in the time that was waited",
			content = @Content(schema = @Schema(implementation = Job.class)))
	@PostMapping(path = "/spaces/{space}/episodes", produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<?> remember(Caller caller, @PathVariable String space, @RequestBody EpisodesRequest request,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
			@RequestParam @Nullable String wait) {
		Duration patience = patience(wait);
		this.limits.checkKey(idempotencyKey);
		Acceptance acceptance = this.ingestion.accept(caller.scope(space), request.submission(this.limits, this.json),
				idempotencyKey);
		Optional<Job> ended = this.jobs.awaitEnd(caller.tenant(), acceptance.jobId(), patience);
		if (ended.isPresent()) {
			return ResponseEntity.ok(ended.get());
		}
		return ResponseEntity.accepted()
			.location(URI.create("/api/v1/jobs/" + acceptance.jobId()))
			.body(AcceptanceAnswer.of(acceptance));
	}

	/** Lists the episodes of a space, the latest first. */
	@Operation(operationId = "listEpisodes", summary = "List the episodes of a space, the latest first")
	@GetMapping(path = "/spaces/{space}/episodes", produces = MediaType.APPLICATION_JSON_VALUE)
	Page<EpisodeAnswer> list(Caller caller, @PathVariable String space, @RequestParam @Nullable String sessionId,
			@RequestParam @Nullable String agentId, @RequestParam @Nullable Instant from,
			@RequestParam @Nullable Instant to, @RequestParam(defaultValue = "50") int limit,
			@RequestParam @Nullable String cursor) {
		new Flaws().range("limit", limit, 1, this.limits.limit()).refuse();
		Listing listing = new Listing(sessionId, agentId, from, to, Page.position(cursor, EpisodesController::position),
				limit + 1);
		return Page.of(this.episodes.list(caller.scope(space), listing), limit, EpisodeAnswer::of,
				(episode) -> episode.occurredAt() + " " + episode.id());
	}

	/** Gives one episode back, as it was sent. */
	@Operation(operationId = "getEpisode", summary = "Get an episode back, as it was sent")
	@GetMapping(path = "/episodes/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	EpisodeAnswer get(Caller caller, @PathVariable String id) {
		return EpisodeAnswer.of(this.episodes.get(caller.tenant(), EpisodeId.of(id)));
	}

	/** Erases an episode, from every index. */
	@Operation(operationId = "eraseEpisode", summary = "Erase an episode, from every index")
	@DeleteMapping(path = "/episodes/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	Erasure.Erased erase(Caller caller, @PathVariable String id) {
		return this.erasure.episode(caller.tenant(), EpisodeId.of(id));
	}

	private Duration patience(@Nullable String wait) {
		if (wait == null) {
			return Duration.ZERO;
		}
		Flaws flaws = new Flaws();
		Duration patience = Duration.ZERO;
		try {
			patience = Duration.parse(wait);
		}
		catch (DateTimeParseException ex) {
			flaws.unless(false, "wait", "must be an ISO-8601 duration like PT20S");
		}
		flaws.unless(!patience.isNegative() && patience.compareTo(this.limits.longestWait()) <= 0, "wait",
				"must be between PT0S and " + this.limits.longestWait());
		flaws.refuse();
		return patience;
	}

	private static Position position(String position) {
		int blank = position.indexOf(' ');
		return new Position(Moments.checked("occurredAt", Instant.parse(position.substring(0, Math.max(0, blank)))),
				EpisodeId.of(position.substring(blank + 1)));
	}

}
