package dev.loci.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import dev.loci.extract.Extraction.Dropped;
import dev.loci.graph.Cypher;
import dev.loci.graph.Graph;
import dev.loci.graph.Parameters;
import dev.loci.memory.Entity;
import dev.loci.memory.EntityId;
import dev.loci.memory.FactId;
import dev.loci.memory.Job;
import dev.loci.memory.JobId;
import dev.loci.memory.JobNotFailed;
import dev.loci.memory.JobNotFound;
import dev.loci.memory.StoreUnavailable;
import dev.loci.memory.TookTooLong;
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

	private static final Cypher FINDINGS = Cypher.named("ingest/findings");

	private static final Cypher JOBS = Cypher.named("ingest/jobs");

	private static final Cypher RETRY_JOBS = Cypher.named("ingest/retry_jobs");

	private static final Cypher LAG = Cypher.named("ingest/lag");

	private static final int MOST_AT_ONCE = 1_000;

	private static final int MOST_FINDINGS = 1_000;

	private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

	private final Graph graph;

	private volatile boolean stopping;

	Jobs(Graph graph) {
		this.graph = graph;
	}

	public Job get(String tenant, JobId id) {
		Parameters parameters = Parameters.with("tenant", tenant).and("id", id);
		return this.graph.read((tx) -> {
			Optional<Job> job = tx.first(JOB, parameters, Jobs::job);
			boolean ended = job.isPresent() && job.get().result() != null;
			return ended ? job.map((each) -> with(each,
					tx.single(FINDINGS, parameters.and("limit", MOST_FINDINGS), Function.identity()))) : job;
		}).orElseThrow(() -> new JobNotFound(id));
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
			catch (StoreUnavailable | TookTooLong ex) {
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

	/** Tries a job again that has failed. */
	public Job retry(String tenant, JobId id) {
		Job job = get(tenant, id);
		if (retry(tenant, id, null, 1) == 0) {
			throw new JobNotFailed(id, job.status());
		}
		return get(tenant, id);
	}

	/** Tries all jobs again that have failed; returns how many. */
	public int retryAll(String tenant, @Nullable String space) {
		int all = 0;
		for (int some = MOST_AT_ONCE; some == MOST_AT_ONCE; all += some) {
			some = retry(tenant, null, space, MOST_AT_ONCE);
		}
		return all;
	}

	private int retry(String tenant, @Nullable JobId id, @Nullable String space, int limit) {
		Parameters parameters = Parameters.with("tenant", tenant).and("id", id).and("space", space).and("limit", limit);
		return this.graph.write((tx) -> tx.list(RETRY_JOBS, parameters, Function.identity()).size());
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
				job.get("passagesToRead").isNull() ? null
						: new Job.Progress(job.get("passagesRead").asInt(), job.get("passagesToRead").asInt()),
				job.get("error").isNull() ? null : Job.Problem.of(job.get("error").asString()),
				status.isFinal() ? result(job, status) : null);
	}

	/** Of one that has failed, what it has found and cost until then. */
	private static Job.Result result(Value job, Job.Status status) {
		int statements = job.get("statements").asInt(0);
		String extractor = job.get("extractor").asString(null);
		boolean isEmpty = status == Job.Status.DONE && extractor != null && statements == 0;
		return new Job.Result(job.get("episodes").asInt(0), job.get("passages").asInt(0), statements, extractor, null,
				null, null,
				new Job.Model(job.get("calls").asInt(0), job.get("promptTokens").asLong(0),
						job.get("completionTokens").asLong(0)),
				new Job.Millis(job.get("embedMillis").asLong(0), job.get("extractMillis").asLong(0),
						job.get("resolveMillis").asLong(0), job.get("judgeMillis").asLong(0)),
				note(job, isEmpty));
	}

	private static @Nullable String note(Value job, boolean isEmpty) {
		List<String> notes = new ArrayList<>();
		if (isEmpty) {
			notes.add(nothing(job));
		}
		int more = job.get("droppedMore").asInt(0);
		if (more > 0) {
			notes.add(more + " more were found and not taken than are listed.");
		}
		if (!job.get("readWith").isNull()) {
			notes.add("It was read together with job " + job.get("readWith").asString()
					+ ", which counts what that cost.");
		}
		if (!job.get("note").isNull()) {
			notes.add(job.get("note").asString());
		}
		return notes.isEmpty() ? null : String.join(" ", notes);
	}

	/** What is not read may claim anything. */
	private static String nothing(Value job) {
		int silent = job.get("silent").asInt(0);
		if (silent == 0) {
			List<String> reasons = job.get("droppedReasons").asList(Value::asString, List.of());
			if (!reasons.stream().allMatch(Dropped.LEFT_OUT::equals)) {
				return "It was read, and nothing that was found in it was taken.";
			}
			return reasons.isEmpty() ? "It was read, and nothing is claimed in it."
					: "Nothing is claimed in what its authors say themselves. The rest was " + Dropped.LEFT_OUT + ".";
		}
		String reasons = String.join("; ", job.get("silentReasons").asList(Value::asString));
		return (silent >= job.get("passages").asInt(0)) ? "Nobody has read it: " + reasons + "."
				: "Nothing is claimed in what was read of it. The rest was not read: " + reasons + ".";
	}

	private static Job with(Job job, Record findings) {
		Job.Result result = Objects.requireNonNull(job.result());
		return new Job(job.id(), job.space(), job.kind(), job.status(), job.attempts(), job.acceptedAt(),
				job.finishedAt(), job.progress(), job.error(),
				new Job.Result(result.episodes(), result.passages(), result.statements(), result.extractor(),
						findings.get("entities")
							.asList((each) -> new Entity.Ref(EntityId.of(each.get("id").asString()),
									each.get("name").asString(), each.get("type").asString(null))),
						findings.get("facts")
							.asList((each) -> new Job.Found(
									each.get("fact").isNull() ? null : FactId.of(each.get("fact").asString()),
									each.get("outcome").asString(), each.get("text").asString())),
						findings.get("dropped")
							.asList((each) -> new Job.Dropped(each.get("text").asString(),
									each.get("reason").asString())),
						result.model(), result.millis(), result.note()));
	}

	private static Optional<Instant> instant(Value value) {
		return value.isNull() ? Optional.empty() : Optional.of(value.asZonedDateTime().toInstant());
	}

}
