package dev.loci.rest;

import dev.loci.access.Caller;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.FactId;
import dev.loci.memory.MemoryId;
import dev.loci.memory.RecallId;
import dev.loci.recall.Recording;
import dev.loci.recall.Recordings;
import dev.loci.recall.Use;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Recalls: what was given for which question, and whether it has helped.
 */
@RestController
@RequestMapping("/api/v1/recalls")
class RecallsController {

	private final Recordings recordings;

	private final RestSettings limits;

	RecallsController(Recordings recordings, RestSettings limits) {
		this.recordings = recordings;
		this.limits = limits;
	}

	/** Tells what one recall was asked, what it gave, and why. */
	@Operation(operationId = "getRecall", summary = "See what a recall was asked, what it gave, and why")
	@GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	Recording get(Caller caller, @PathVariable String id) {
		return this.recordings.get(caller.tenant(), RecallId.of(id));
	}

	/**
	 * Lists recalls: those for a response, those that gave a memory, those in a space.
	 * What an agent has asked as itself may have given what it keeps to itself, and is
	 * listed for it alone.
	 */
	@Operation(operationId = "listRecalls", summary = "List recalls, the newest first")
	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	Page<Recording> list(Caller caller, @RequestParam @Nullable String responseId,
			@RequestParam @Nullable String factId, @RequestParam @Nullable String episodeId,
			@RequestParam @Nullable String space, @RequestParam @Nullable String agentId,
			@RequestParam(defaultValue = "50") int limit, @RequestParam @Nullable String cursor) {
		new Flaws().range("limit", limit, 1, this.limits.limit()).refuse();
		FactId fact = (factId != null) ? FactId.of(factId) : null;
		EpisodeId episode = (episodeId != null) ? EpisodeId.of(episodeId) : null;
		Recordings.Listing listing = new Recordings.Listing(responseId, fact, episode, space, agentId,
				Page.position(cursor, RecallId::of), limit + 1);
		return Page.of(this.recordings.list(caller.tenant(), listing), limit, (recording) -> recording,
				(recording) -> recording.recallId().toString());
	}

	/** Takes a word on a memory that a recall has given; the last one counts. */
	@Operation(operationId = "giveFeedback", summary = "Say whether a memory that a recall gave has helped")
	@PostMapping(path = "/{id}/feedback", produces = MediaType.APPLICATION_JSON_VALUE)
	Judged judge(Caller caller, @PathVariable String id, @RequestBody Feedback feedback) {
		RecallId recall = RecallId.of(id);
		new Flaws().unless(feedback.memoryId() != null, "memoryId", "must not be empty")
			.unless(feedback.helpful() != null, "helpful", "must be true or false")
			.refuse();
		MemoryId memory = MemoryId.of(String.valueOf(feedback.memoryId()));
		boolean helpful = Boolean.TRUE.equals(feedback.helpful());
		Use use = this.recordings.feedback(caller.tenant(), recall, memory, helpful);
		return new Judged(recall, memory, helpful, new Counts(use.helpful(), use.unhelpful(), use.term()));
	}

	/**
	 * Whether a memory has helped.
	 *
	 * @param memoryId of the fact, the episode or the entity that was given
	 */
	record Feedback(@Nullable String memoryId, @Nullable Boolean helpful) {
	}

	/** What is known of a memory afterwards. */
	record Judged(RecallId recallId, MemoryId memoryId, boolean helpful, Counts use) {
	}

	/**
	 * How many recalls a memory has helped, of all in its space.
	 *
	 * @param term what it comes to, between -1 and 1
	 */
	record Counts(long helpful, long unhelpful, double term) {
	}

}
