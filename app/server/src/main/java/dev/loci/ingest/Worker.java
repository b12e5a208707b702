package dev.loci.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import dev.loci.extract.Extractors;
import dev.loci.extract.ModelMisconfigured;
import dev.loci.extract.ModelUnavailable;
import dev.loci.graph.Cypher;
import dev.loci.graph.Graph;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.Job;
import dev.loci.memory.StoreUnavailable;
import dev.loci.resolve.Rebuild;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Works on what was accepted: takes the space that has waited longest, does its oldest
 * job, and puts it at the end of the line.
 */
@Component
class Worker implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Worker.class);

	private static final Cypher LINE_UP = Cypher.named("ingest/line_up");

	private static final Cypher CLAIM_JOB = Cypher.named("ingest/claim_job");

	private static final Cypher FINISH_JOB = Cypher.named("ingest/finish_job");

	private static final Cypher RELEASE_SPACE = Cypher.named("ingest/release_space");

	/** Who changes a setting starts the service again, and that asks at once. */
	private static final Duration UNTIL_SET = Duration.ofMinutes(1);

	private final Graph graph;

	private final Leases leases;

	private final Embedding embedding;

	private final Learning learning;

	private final Judging judging;

	private final Relearning relearning;

	private final Rebuild rebuild;

	private final IngestSettings settings;

	/** Those that wait for a model leave the others their work. */
	private final int workers;

	private final Semaphore wakeUps = new Semaphore(0);

	private final List<Thread> threads = new ArrayList<>();

	private volatile boolean running;

	/** Whether jobs may wait that nobody waits for any more. */
	private volatile boolean started;

	Worker(Graph graph, Leases leases, Embedding embedding, Learning learning, Judging judging, Relearning relearning,
			Rebuild rebuild, Extractors extractors, IngestSettings settings) {
		this.graph = graph;
		this.leases = leases;
		this.embedding = embedding;
		this.learning = learning;
		this.judging = judging;
		this.relearning = relearning;
		this.rebuild = rebuild;
		this.settings = settings;
		this.workers = (settings.workers() > 0) ? settings.workers() + extractors.callsAtOnce() : 0;
	}

	/** There is something to do: no need to wait for the next look. */
	void wake() {
		if (this.wakeUps.availablePermits() < this.workers) {
			this.wakeUps.release();
		}
	}

	@Override
	public void start() {
		this.running = true;
		this.started = true;
		for (int i = 0; i < this.workers; i++) {
			// Platform threads: embedding keeps a processor busy.
			this.threads.add(Thread.ofPlatform().name("worker-" + i).start(this::work));
		}
	}

	private void work() {
		while (this.running) {
			try {
				if (this.started) {
					lineUp();
				}
				Optional<Claim> claim = this.graph.write((tx) -> tx.first(CLAIM_JOB, claiming(), Claim::of));
				if (claim.isPresent()) {
					// Another worker may have waited for the same space in vain.
					wake();
					perform(claim.get());
				}
				else {
					rest();
				}
			}
			catch (StoreUnavailable ex) {
				log.debug("The database does not answer, the work waits for it", ex);
				rest();
			}
			catch (RuntimeException | LinkageError | OutOfMemoryError ex) {
				// Nothing may end the work for good: the lease ends, and the space is
				// due.
				log.error("A job could be neither taken nor ended", ex);
				rest();
			}
		}
	}

	private void lineUp() {
		this.graph.write((tx) -> {
			tx.run(LINE_UP, Parameters.none());
			return true;
		});
		this.started = false;
	}

	private Parameters claiming() {
		return Parameters.with("lease", this.settings.lease())
			.and("wait", this.settings.afterFailure() == IngestSettings.AfterFailure.WAIT);
	}

	private void perform(Claim claim) {
		if (claim.job() == null) {
			return;
		}
		if (claim.cutOffs() >= this.settings.maxCutOffs()) {
			log.warn("Job {} is given up: it was cut off {} times", claim.job(), claim.cutOffs());
			finish(claim, Job.Status.FAILED, "It was cut off " + claim.cutOffs() + " times in a row, as by a crash, "
					+ "and got no further: it may be what ends the process.", null, Duration.ZERO);
			return;
		}
		long start = System.nanoTime();
		try (Leases.Held held = this.leases.hold(claim)) {
			Optional<Done> done = complete(claim, () -> this.running && !held.isLost());
			if (done.isEmpty()) {
				release(claim, Duration.ZERO, null);
				return;
			}
			finish(claim, Job.Status.DONE, null, done.get().statements(), Duration.ZERO).ifPresent((status) -> log
				.info("Job {} ended as {} in {} ms", claim.job(), status, (System.nanoTime() - start) / 1_000_000));
		}
		catch (StoreUnavailable ex) {
			throw ex;
		}
		catch (ModelUnavailable ex) {
			log.warn("Job {} waits for the model: {}", claim.job(), ex.getMessage());
			release(claim, ex.retryAfter(), ex.getMessage());
		}
		catch (ModelMisconfigured ex) {
			log.error("Job {} waits for another setting: {}", claim.job(), ex.getMessage());
			release(claim, UNTIL_SET, ex.getMessage());
		}
		catch (RuntimeException ex) {
			// Whatever went wrong in a job is the job's failure, not the worker's.
			log.warn("Attempt {} at job {} failed", claim.attempts(), claim.job(), ex);
			Duration pause = this.settings.retryAfter().multipliedBy(1L << Math.min(claim.attempts() - 1, 10));
			Job.Status status = claim.statusAfterFailure(this.settings.maxAttempts());
			finish(claim, status, String.valueOf(ex.getMessage()), null,
					(status == Job.Status.FAILED) ? Duration.ZERO : pause);
		}
	}

	/** Empty if its turn is over before it is done. */
	private Optional<Done> complete(Claim claim, BooleanSupplier goOn) {
		Predicate<Transaction> mine = (tx) -> this.leases.isHeld(tx, claim);
		return switch (claim.kind()) {
			case INGEST -> (this.embedding.complete(claim, goOn) && this.learning.complete(claim, goOn)
					&& this.judging.complete(claim)) ? Optional.of(new Done(null)) : Optional.empty();
			case REBUILD -> done(this.rebuild.of(claim.scope(), String.valueOf(claim.job()), null, mine, goOn));
			case REREAD -> done(this.relearning.complete(claim, mine, goOn));
		};
	}

	private static Optional<Done> done(OptionalInt statements) {
		return statements.isPresent() ? Optional.of(new Done(statements.getAsInt())) : Optional.empty();
	}

	/** Hands the space on before its job is done: that is no attempt. */
	private void release(Claim claim, Duration pause, @Nullable String error) {
		this.graph.write((tx) -> {
			tx.run(RELEASE_SPACE, claim.parameters().and("pause", pause).and("error", error));
			return claim;
		});
	}

	/** Returns how it has ended, if the worker still had the lease. */
	private Optional<Job.Status> finish(Claim claim, Job.Status status, @Nullable String error,
			@Nullable Integer statements, Duration pause) {
		return this.graph.write((tx) -> tx.first(FINISH_JOB,
				claim.parameters()
					.and("status", status)
					.and("error", error)
					.and("statements", statements)
					.and("pause", pause),
				(row) -> Job.Status.valueOf(row.get("status").asString())));
	}

	private void rest() {
		try {
			if (this.wakeUps.tryAcquire(this.settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
				return;
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			this.running = false;
		}
	}

	@Override
	public void stop() {
		this.running = false;
		this.wakeUps.release(this.threads.size());
		for (Thread thread : this.threads) {
			try {
				thread.join(this.settings.lease());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
		this.threads.clear();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** That a job is done, and how many statements a rebuild has read. */
	private record Done(@Nullable Integer statements) {
	}

}
