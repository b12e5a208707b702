package dev.loci.recall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import dev.loci.memory.StoreUnavailable;
import dev.loci.memory.TookTooLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores what stands in a line, from the first to the last. While the database is away it
 * tries again; what the database refuses is found among the others and dropped alone.
 */
class Flushing<T> {

	private static final Logger log = LoggerFactory.getLogger(Flushing.class);

	/** A database that is away is not there again within less. */
	static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

	private final WaitingLine<T> line;

	private final Consumer<List<T>> store;

	private final BiConsumer<T, RuntimeException> refused;

	/** Until when it is tried, once it is told to come to an end. */
	private volatile @Nullable Instant deadline;

	/** How many of the first ones are tried again, one by one: one of them has failed. */
	private int suspects;

	Flushing(WaitingLine<T> line, Consumer<List<T>> store, BiConsumer<T, RuntimeException> refused) {
		this.line = line;
		this.store = store;
		this.refused = refused;
	}

	/** Before it runs, for the first time or again. */
	void begin() {
		this.deadline = null;
		this.line.open();
	}

	/** Stores until it is told to end and nothing waits any more. */
	void run() {
		try {
			while (!isOver()) {
				List<T> batch = this.line.first((this.suspects > 0) ? 1 : WaitingLine.AT_ONCE);
				if (batch.isEmpty()) {
					return;
				}
				if (isStored(batch)) {
					this.line.done(batch.size());
					this.suspects = Math.max(0, this.suspects - 1);
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private boolean isStored(List<T> batch) throws InterruptedException {
		try {
			this.store.accept(batch);
			return true;
		}
		catch (StoreUnavailable | TookTooLong | LinkageError | OutOfMemoryError ex) {
			// Nothing may end this for good: callers would wait for ever after.
			log.debug("{} recordings wait for the database", batch.size(), ex);
			Thread.sleep(BETWEEN_TRIES);
			return false;
		}
		catch (RuntimeException ex) {
			// What was erased in this moment fails once, and is not looked for again.
			if (this.suspects == 0) {
				this.suspects = batch.size();
				return false;
			}
			this.refused.accept(batch.getFirst(), ex);
			return true;
		}
	}

	/** Tells it to end: what waits is stored, unless that takes too long. */
	void end(Duration patience) {
		this.deadline = Instant.now().plus(patience);
		this.line.close();
	}

	private boolean isOver() {
		Instant end = this.deadline;
		return end != null && Instant.now().isAfter(end);
	}

}
