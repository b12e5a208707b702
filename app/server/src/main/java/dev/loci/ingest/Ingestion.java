package dev.loci.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.loci.embed.Vectors;
import dev.loci.graph.Cypher;
import dev.loci.graph.Idempotency;
import dev.loci.graph.OpenSpace;
import dev.loci.graph.Parameters;
import dev.loci.graph.Spaces;
import dev.loci.graph.Transaction;
import dev.loci.ingest.Acceptance.Kept;
import dev.loci.ingest.Preparation.Preparations;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.Job;
import dev.loci.memory.JobId;
import dev.loci.memory.Scope;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Accepts what agents send. When {@link #accept} returns, it is kept.
 */
@Component
public class Ingestion {

	private static final Cypher STORE_EPISODES = Cypher.named("ingest/store_episodes");

	private static final Cypher CONNECT_PASSAGES = Cypher.named("ingest/connect_passages");

	private static final Cypher CONTINUE_SESSION = Cypher.named("ingest/continue_session");

	private final Spaces spaces;

	private final Backlog backlog;

	private final Preparation preparation;

	private final Idempotency idempotency;

	private final Worker worker;

	private final ObservationRegistry observations;

	Ingestion(Spaces spaces, Backlog backlog, Preparation preparation, Idempotency idempotency, Worker worker,
			ObservationRegistry observations) {
		this.spaces = spaces;
		this.backlog = backlog;
		this.preparation = preparation;
		this.idempotency = idempotency;
		this.worker = worker;
		this.observations = observations;
	}

	/**
	 * Keeps a submission, and answers once it is committed.
	 * @param idempotencyKey the caller's name for this request: a second one of the same
	 * name gets the first answer
	 */
	public Acceptance accept(Scope scope, Submission submission, @Nullable String idempotencyKey) {
		Observation observation = Observation.createNotStarted("loci.ingest", this.observations);
		return Objects.requireNonNull(observation.observe(() -> {
			// What is not taken, where there is no room, need not be embedded.
			boolean full = this.backlog.isFull(scope.tenant());
			Preparations parts = full ? this.preparation.withoutVectors(submission)
					: this.preparation.of(scope, submission);
			Acceptance acceptance = this.spaces.write(scope,
					(tx, space) -> this.idempotency.once(tx, scope, space.key(), idempotencyKey, submission,
							Acceptance.class, () -> store(tx, scope, space, submission, parts)));
			this.worker.wake();
			return acceptance;
		}));
	}

	Acceptance store(Transaction tx, Scope scope, OpenSpace space, Submission submission, Preparations preparations) {
		List<Prepared> parts = preparations.parts();
		// Asked again under the space's lock: what the preparation found may have
		// changed.
		Map<String, Known> known = Known.among(tx, space.key(), parts);
		Map<String, EpisodeId> here = new HashMap<>();
		List<Kept> kept = new ArrayList<>();
		List<Prepared> fresh = new ArrayList<>();
		for (Prepared part : parts) {
			String identity = part.identity();
			Known there = known.get(identity);
			if (there != null) {
				// It is its own duplicate when the answer to a commit was lost and the
				// driver tries again.
				kept.add(new Kept(there.id(), !there.id().equals(part.id())));
			}
			else {
				EpisodeId first = here.putIfAbsent(identity, part.id());
				kept.add(new Kept((first != null) ? first : part.id(), first != null));
				if (first == null) {
					fresh.add(part);
				}
			}
		}
		Optional<Known> working = known.values().stream().max(Known.BY_JOB).filter((episode) -> episode.job() != null);
		if (fresh.isEmpty() && working.isPresent()) {
			return new Acceptance(Objects.requireNonNull(working.get().job()), working.get().status(), kept);
		}
		this.backlog.admit(scope.tenant());
		JobId job = JobId.next();
		tx.run(STORE_EPISODES,
				Parameters.with("tenant", scope.tenant())
					.and("space", space.key())
					.and("now", space.now())
					.and("job", job)
					.and("episodes", fresh.stream().map((part) -> part.parameters(submission)).toList()));
		List<String> passages = fresh.stream().flatMap((part) -> part.passageIds().stream()).toList();
		if (!passages.isEmpty()) {
			tx.run(CONNECT_PASSAGES,
					Parameters.with("space", space.key())
						.and("session", submission.sessionId())
						.and("passages", passages)
						.and("contexts", passages.stream().map(preparations.contexts()::get).toList()));
		}
		if (submission.sessionId() != null && !fresh.isEmpty()) {
			tx.run(CONTINUE_SESSION,
					Parameters.with("tenant", scope.tenant())
						.and("space", space.key())
						.and("session", submission.sessionId())
						.and("episodes", fresh.stream().map(Prepared::id).toList()));
		}
		return new Acceptance(job, Job.Status.ACCEPTED, kept);
	}

}
