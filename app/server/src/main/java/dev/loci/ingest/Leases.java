package dev.loci.ingest;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import dev.loci.graph.Cypher;
import dev.loci.graph.Graph;
import dev.loci.graph.Transaction;
import dev.loci.memory.StoreUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Prolongs claims while their jobs are worked on. A step may take longer than a lease, on
 * a busy machine or with a slow model: if the next worker took over each time, none would
 * ever get to the end.
 */
@Component
class Leases implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Leases.class);

	private static final Cypher PROLONG_LEASE = Cypher.named("ingest/prolong_lease");

	/** How many signs of life fit into a lease: one may come late. */
	private static final int SIGNS = 3;

	private final ScheduledExecutorService clock = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("leases").factory());

	private final Graph graph;

	private final IngestSettings settings;

	Leases(Graph graph, IngestSettings settings) {
		this.graph = graph;
		this.settings = settings;
	}

	/** Until it is closed, nobody else gets this claim. */
	Held hold(Claim claim) {
		long pause = this.settings.lease().dividedBy(SIGNS).toMillis();
		Held held = new Held();
		held.signs = this.clock.scheduleWithFixedDelay(() -> prolong(claim, held), pause, pause, TimeUnit.MILLISECONDS);
		return held;
	}

	/** Whether nobody else has it, which stays so until the transaction ends. */
	boolean isHeld(Transaction tx, Claim claim) {
		return tx
			.first(PROLONG_LEASE, claim.parameters().and("lease", this.settings.lease()),
					(row) -> row.get("leased").asBoolean())
			.isPresent();
	}

	private void prolong(Claim claim, Held held) {
		try {
			held.lost = !this.graph.write((tx) -> isHeld(tx, claim));
		}
		catch (StoreUnavailable ex) {
			log.debug("The lease of job {} could not be prolonged", claim.job(), ex);
		}
		catch (RuntimeException ex) {
			// Whatever leaves this method ends all further signs of life.
			log.warn("The lease of job {} could not be prolonged", claim.job(), ex);
		}
	}

	@Override
	public void close() {
		this.clock.shutdown();
	}

	/** A claim that is kept alive. */
	static final class Held implements AutoCloseable {

		private @Nullable Future<?> signs;

		private volatile boolean lost;

		/** Whether another one has taken over. */
		boolean isLost() {
			return this.lost;
		}

		@Override
		public void close() {
			if (this.signs != null) {
				this.signs.cancel(false);
			}
		}

	}

}
