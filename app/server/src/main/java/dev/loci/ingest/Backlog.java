package dev.loci.ingest;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import dev.loci.graph.Cypher;
import dev.loci.graph.Graph;
import dev.loci.graph.Parameters;
import dev.loci.memory.BacklogFull;

import org.springframework.stereotype.Component;

/**
 * Bounds what waits to be worked on. It is counted at most once a second: in between,
 * what this process takes is added, and what others take or finish is not, so the bound
 * is passed by no more than what others take in a second.
 */
@Component
class Backlog {

	private static final Cypher BACKLOG = Cypher.named("ingest/backlog");

	private static final long BETWEEN_COUNTS = Duration.ofSeconds(1).toNanos();

	private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

	private final Graph graph;

	private final IngestSettings settings;

	private Map<String, Long> waiting = new HashMap<>();

	private long all;

	private long countedAt;

	private boolean counted;

	Backlog(Graph graph, IngestSettings settings) {
		this.graph = graph;
		this.settings = settings;
	}

	/**
	 * Whether there is no room for one more. It is counted here, before a transaction.
	 */
	synchronized boolean isFull(String tenant) {
		if (!this.counted || System.nanoTime() - this.countedAt > BETWEEN_COUNTS) {
			count();
		}
		return this.all >= this.settings.backlog()
				|| this.waiting.getOrDefault(tenant, 0L) >= this.settings.backlogOfTenant();
	}

	/**
	 * Takes one more, by what was counted last.
	 * @throws BacklogFull if there are too many
	 */
	synchronized void admit(String tenant) {
		long ofTenant = this.waiting.getOrDefault(tenant, 0L);
		if (this.all >= this.settings.backlog() || ofTenant >= this.settings.backlogOfTenant()) {
			throw new BacklogFull((ofTenant >= this.settings.backlogOfTenant()) ? ofTenant : this.all, RETRY_AFTER);
		}
		this.waiting.put(tenant, ofTenant + 1);
		this.all++;
	}

	private void count() {
		Map<String, Long> now = new HashMap<>();
		this.graph.read((tx) -> tx.list(BACKLOG, Parameters.none(),
				(row) -> now.merge(row.get("tenant").asString(), row.get("waiting").asLong(), Long::sum)));
		this.waiting = now;
		this.all = now.values().stream().mapToLong(Long::longValue).sum();
		this.countedAt = System.nanoTime();
		this.counted = true;
	}

}
