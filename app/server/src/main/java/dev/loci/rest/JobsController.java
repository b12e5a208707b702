package dev.loci.rest;

import dev.loci.access.Caller;
import dev.loci.ingest.Jobs;
import dev.loci.memory.Job;
import dev.loci.memory.JobId;
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
 * Jobs: how far the work on accepted requests has come.
 */
@RestController
@RequestMapping("/api/v1/jobs")
class JobsController {

	private final Jobs jobs;

	private final RestSettings limits;

	JobsController(Jobs jobs, RestSettings limits) {
		this.jobs = jobs;
		this.limits = limits;
	}

	/** Tells how one job went. */
	@Operation(operationId = "getJob", summary = "See how far the work on an accepted request has come")
	@GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	Job get(Caller caller, @PathVariable String id) {
		return this.jobs.get(caller.tenant(), JobId.of(id));
	}

	/** Tries a job again that has failed. */
	@Operation(operationId = "retryJob", summary = "Try a failed job again")
	@PostMapping(path = "/{id}/retry", produces = MediaType.APPLICATION_JSON_VALUE)
	Job retry(Caller caller, @PathVariable String id) {
		return this.jobs.retry(caller.tenant(), JobId.of(id));
	}

	/** Tries all jobs again that have failed. */
	@Operation(operationId = "retryJobs", summary = "Try all failed jobs again")
	@PostMapping(path = "/retry", produces = MediaType.APPLICATION_JSON_VALUE)
	Retried retryAll(Caller caller, @RequestParam(defaultValue = "FAILED") Job.Status status,
			@RequestParam @Nullable String space) {
		new Flaws().unless(status == Job.Status.FAILED, "status", "must be FAILED: others need no help").refuse();
		return new Retried(this.jobs.retryAll(caller.tenant(), space));
	}

	/** Lists jobs, the newest first. */
	@Operation(operationId = "listJobs", summary = "List jobs, the newest first")
	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	Page<Job> list(Caller caller, @RequestParam @Nullable String space, @RequestParam Job.@Nullable Status status,
			@RequestParam(defaultValue = "50") int limit, @RequestParam @Nullable String cursor) {
		new Flaws().range("limit", limit, 1, this.limits.limit()).refuse();
		JobId before = Page.position(cursor, JobId::of);
		return Page.of(this.jobs.list(caller.tenant(), space, status, before, limit + 1), limit, (job) -> job,
				(job) -> job.id().toString());
	}

	/** How many jobs are tried again. */
	record Retried(int retried) {
	}

}
