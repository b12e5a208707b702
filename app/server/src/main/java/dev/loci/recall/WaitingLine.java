package dev.loci.recall;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

import dev.loci.memory.StoreUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * A bounded line of what waits to be stored, in order. The first ones stay in it until
 * they are done: a failure loses nothing, and who waits for all waits for them, too.
 */
class WaitingLine<T> {

	/** Few enough that one transaction holds its locks but for a moment. */
	static final int AT_ONCE = 100;

	/** So that many small recordings become one transaction. */
	static final Duration LINGER = Duration.ofMillis(500);

	private final int capacity;

	private final Duration patience;

	private final ToIntFunction<T> places;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private final Deque<Place<T>> waiting = new ArrayDeque<>();

	private int taken;

	private long come;

	private long gone;

	/** Up to which one somebody waits. */
	private long wanted;

	private boolean closed;

	/**
	 * Opens a line.
	 * @param capacity how many places there are
	 * @param patience how long a caller waits for one, or for all to be done
	 * @param places how many of them an item takes
	 */
	WaitingLine(int capacity, Duration patience, ToIntFunction<T> places) {
		this.capacity = Math.max(1, capacity);
		this.patience = patience;
		this.places = places;
	}

	/**
	 * Puts one at the end, as soon as there is a place.
	 * @throws StoreUnavailable if there is none for too long
	 */
	void add(T item) {
		int needed = Math.min(this.places.applyAsInt(item), this.capacity);
		this.lock.lock();
		try {
			await(() -> this.taken + needed <= this.capacity, "There is no place");
			this.waiting.add(new Place<>(item, needed, System.nanoTime()));
			this.taken += needed;
			this.come++;
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Waits until all that have come so far are done.
	 * @throws StoreUnavailable if that takes too long
	 */
	void awaitAll() {
		this.lock.lock();
		try {
			long last = this.come;
			this.wanted = last;
			this.changed.signalAll();
			await(() -> this.gone >= last, "What waits does not get done");
		}
		finally {
			this.lock.unlock();
		}
	}

	private void await(BooleanSupplier condition, String otherwise) {
		long nanos = this.patience.toNanos();
		try {
			while (!condition.getAsBoolean()) {
				if (nanos <= 0) {
					throw new StoreUnavailable(new TimeoutException(otherwise));
				}
				nanos = this.changed.awaitNanos(nanos);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new StoreUnavailable(ex);
		}
	}

	/**
	 * The first ones as soon as they are due: when one has lingered, when they are many,
	 * when somebody waits for them, or when the line is closed.
	 * @return none if the line is closed and empty
	 */
	List<T> first(int most) throws InterruptedException {
		this.lock.lock();
		try {
			for (long left = untilDue(); left > 0; left = untilDue()) {
				this.changed.awaitNanos(left);
			}
			List<T> first = new ArrayList<>();
			int size = 0;
			for (Place<T> place : this.waiting) {
				size += place.width();
				if (!first.isEmpty() && (first.size() == most || size > AT_ONCE)) {
					break;
				}
				first.add(place.item());
			}
			return first;
		}
		finally {
			this.lock.unlock();
		}
	}

	/** In nanoseconds; an empty line is never due. */
	private long untilDue() {
		Place<T> oldest = this.waiting.peek();
		if (this.closed) {
			return 0;
		}
		if (oldest == null) {
			return Long.MAX_VALUE;
		}
		boolean now = this.taken >= Math.min(AT_ONCE, this.capacity) || this.wanted > this.gone;
		return now ? 0 : oldest.since() + LINGER.toNanos() - System.nanoTime();
	}

	/** The first ones are done. */
	void done(int count) {
		this.lock.lock();
		try {
			for (int i = 0; i < count; i++) {
				this.taken -= this.waiting.remove().width();
			}
			this.gone += count;
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Again, after it was closed. */
	void open() {
		this.lock.lock();
		try {
			this.closed = false;
		}
		finally {
			this.lock.unlock();
		}
	}

	/** What waits is due, and nobody should wait for more to come. */
	void close() {
		this.lock.lock();
		try {
			this.closed = true;
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Whether one of those that wait is such a one. */
	boolean holds(Predicate<T> such) {
		this.lock.lock();
		try {
			return this.waiting.stream().map(Place::item).anyMatch(such);
		}
		finally {
			this.lock.unlock();
		}
	}

	int size() {
		this.lock.lock();
		try {
			return this.waiting.size();
		}
		finally {
			this.lock.unlock();
		}
	}

	private record Place<T extends @Nullable Object>(T item, int width, long since) {
	}

}
