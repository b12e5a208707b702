package dev.loci.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.loci.graph.Cypher;
import dev.loci.graph.Graph;
import dev.loci.graph.Parameters;
import dev.loci.memory.Job;
import dev.loci.memory.JobId;
import dev.loci.memory.JobNotFound;
import dev.loci.memory.StoreUnavailable;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What accepted requests still cause, and how it went.
 */
@Component
public class Jobs {

	private static final Logger log = LoggerFactory.getLogger(Jobs.class);

	private static final Cypher JOB = Cypher.named("ingest/job");

	private static final Cypher JOBS = Cypher.named("ingest/jobs");

	private static final Cypher LAG = Cypher.named("ingest/lag");

	private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

	private final Graph graph;

	private volatile boolean stopping;

	Jobs(Graph graph) {
		this.graph = graph;
	}

	public Job get(String tenant, JobId id) {
		return this.graph.read((tx) -> tx.first(JOB, Parameters.with("tenant", tenant).and("id", id), Jobs::job))
			.orElseThrow(() -> new JobNotFound(id));
	}

	/**
	 * The job, if it ends in time. Not being able to look is no reason to give up: what
	 * was accepted stays accepted.
	 */
	public Optional<Job> awaitEnd(String tenant, JobId id, Duration patience) {
		Instant deadline = Instant.now().plus(patience);
		while (!this.stopping && Instant.now().isBefore(deadline)) {
			try {
				Job job = get(tenant, id);
				if (job.status().isFinal()) {
					return Optional.of(job);
				}
				Thread.sleep(BETWEEN_LOOKS);
			}
			catch (StoreUnavailable ex) {
				log.debug("The database does not answer, a caller waits for it", ex);
			}
			catch (JobNotFound ex) {
				// Erased with its episodes: nothing is left to wait for.
				return Optional.empty();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return Optional.empty();
			}
		}
		return Optional.empty();
	}

	/** Workers stop now, so nobody waits for them any longer. */
	@EventListener(ContextClosedEvent.class)
	void stopWaiting() {
		this.stopping = true;
	}

	/** Newest first; those before the last one seen, if there is one. */
	public List<Job> list(String tenant, @Nullable String space, Job.@Nullable Status status, @Nullable JobId before,
			int limit) {
		return this.graph.read((tx) -> tx.list(JOBS,
				Parameters.with("tenant", tenant)
					.and("space", space)
					.and("status", status)
					.and("before", before)
					.and("limit", limit),
				Jobs::job));
	}

	/** Since when the oldest unfinished job has waited, in any space. */
	public Optional<Instant> behindSince() {
		return this.graph.read((tx) -> tx.single(LAG, Parameters.none(), (row) -> instant(row.get("since"))));
	}

	private static Job job(Record row) {
		Value job = row.get("job");
		Job.Status status = Job.Status.valueOf(job.get("status").asString());
		return new Job(JobId.of(job.get("id").asString()), row.get("space").asString(),
				Job.Kind.valueOf(job.get("kind").asString()), status, job.get("attempts").asInt(),
				job.get("acceptedAt").asZonedDateTime().toInstant(), instant(job.get("finishedAt")).orElse(null),
				job.get("error").isNull() ? null : Job.Problem.of(job.get("error").asString()),
				(status == Job.Status.DONE) ? new Job.Result(job.get("episodes").asInt(), job.get("passages").asInt(),
						job.get("statements").asInt()) : null);
	}

	private static Optional<Instant> instant(Value value) {
		return value.isNull() ? Optional.empty() : Optional.of(value.asZonedDateTime().toInstant());
	}

}
