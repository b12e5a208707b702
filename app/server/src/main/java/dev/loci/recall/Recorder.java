package dev.loci.recall;

import java.time.Duration;
import java.util.List;

import dev.loci.graph.Cypher;
import dev.loci.graph.Graph;
import dev.loci.graph.Parameters;
import dev.loci.graph.Unwritten;
import dev.loci.memory.Scope;
import dev.loci.memory.StoreUnavailable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps what recalls have given, a moment after they gave it: nobody waits for that, as
 * long as there is a place in the line.
 */
@Component
@EnableConfigurationProperties(RecallSettings.class)
class Recorder implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Recorder.class);

	private static final Cypher STORE = Cypher.named("recall/store_recordings");

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(10);

	private final Graph graph;

	private final WaitingLine<Recorded> line;

	private final Flushing<Recorded> flushing;

	private final Counter kept;

	private final Counter dropped;

	private volatile @Nullable Thread thread;

	Recorder(Graph graph, Unwritten unwritten, RecallSettings settings, MeterRegistry meters) {
		this.graph = graph;
		this.line = new WaitingLine<>(settings.recordingsWaiting(), PATIENCE, Recorded::places);
		this.flushing = new Flushing<>(this.line, this::store, this::drop);
		this.kept = meters.counter("loci.recordings", "outcome", "kept");
		this.dropped = meters.counter("loci.recordings", "outcome", "dropped");
		unwritten.writeLater(this::awaitThoseOf);
		Gauge.builder("loci.recordings.waiting", this.line, WaitingLine::size).register(meters);
	}

	/**
	 * Returns at once, unless too many wait already.
	 * @throws StoreUnavailable if they do for too long
	 */
	void add(Recorded recorded) {
		this.line.add(recorded);
	}

	/**
	 * Waits until all that was recorded so far can be looked up.
	 * @throws StoreUnavailable if that takes too long
	 */
	void awaitAll() {
		this.line.awaitAll();
	}

	/** Where nothing of a space waits, nobody waits for others. */
	private void awaitThoseOf(Scope scope) {
		if (this.line.holds((recorded) -> recorded.scope().equals(scope))) {
			this.line.awaitAll();
		}
	}

	private void store(List<Recorded> some) {
		Parameters parameters = Parameters.with("recordings", some.stream().map(Recorded::row).toList());
		this.graph.write((tx) -> {
			tx.run(STORE, parameters);
			return some;
		});
		this.kept.increment(some.size());
	}

	private void drop(Recorded refused, RuntimeException ex) {
		this.dropped.increment();
		log.error("What recall {} has given cannot be recorded", refused.id(), ex);
	}

	/** After the doors: what they still answer is recorded, too. */
	@Override
	public int getPhase() {
		return 0;
	}

	@Override
	public void start() {
		this.flushing.begin();
		this.thread = Thread.ofPlatform().name("recordings").start(this.flushing::run);
	}

	@Override
	public void stop() {
		this.flushing.end(PATIENCE_AT_THE_END);
		Thread flusher = this.thread;
		try {
			if (flusher != null) {
				flusher.join(PATIENCE_AT_THE_END.multipliedBy(2));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.thread = null;
		if (this.line.size() > 0) {
			log.warn("{} recordings are lost: the database does not answer", this.line.size());
		}
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

}
