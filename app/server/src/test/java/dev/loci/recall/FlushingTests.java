package dev.loci.recall;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import dev.loci.memory.StoreUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A line and what stores from it, as a store that is healthy, away or picky sees them.
 */
@Timeout(60)
class FlushingTests {

	private static final Duration PATIENCE = Duration.ofMillis(300);

	private static final Duration LONG = Duration.ofSeconds(30);

	private final List<Integer> stored = Collections.synchronizedList(new ArrayList<>());

	private final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());

	private final List<Integer> dropped = Collections.synchronizedList(new ArrayList<>());

	private WaitingLine<Integer> line = new WaitingLine<>(10, LONG, (item) -> 1);

	private Flushing<Integer> flushing = new Flushing<>(this.line, this::keep,
			(item, reason) -> this.dropped.add(item));

	private Thread thread = new Thread();

	@AfterEach
	void end() throws InterruptedException {
		this.flushing.end(Duration.ZERO);
		this.thread.join();
	}

	@Test
	void storesInOrderAndWithinASecond() throws InterruptedException {
		start(10, LONG, this::keep);
		long start = System.nanoTime();

		add(1, 3);

		while (this.stored.size() < 3) {
			Thread.sleep(5);
		}
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
		assertThat(this.stored).containsExactly(1, 2, 3);
		assertThat(this.batches).containsExactly(3);
	}

	@Test
	void storesAtOnceWhatSomebodyWaitsFor() {
		start(10, LONG, this::keep);
		long start = System.nanoTime();

		add(1, 3);
		this.line.awaitAll();

		assertThat(this.stored).containsExactly(1, 2, 3);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(WaitingLine.LINGER);
		this.line.awaitAll();
	}

	@Test
	void takesNoMoreAtOnceThanItsTransactionShouldLock() {
		start(1_000, LONG, this::keep);

		add(1, 350);
		this.line.awaitAll();

		assertThat(this.stored).isEqualTo(numbers(1, 350));
		assertThat(this.batches).allMatch((size) -> size <= WaitingLine.AT_ONCE);
	}

	@Test
	void keepsCallersWaitingWhileItIsFullAndRefusesThemAfterAWhile() throws InterruptedException {
		CountDownLatch open = new CountDownLatch(1);
		start(2, PATIENCE, (batch) -> {
			await(open);
			keep(batch);
		});
		add(1, 2);

		assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> this.line.add(3));
		assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(this.line::awaitAll);
		assertThat(this.line.size()).isEqualTo(2);
		CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> this.line.add(4));
		Thread.sleep(50);
		assertThat(waiting).isNotDone();
		open.countDown();

		waiting.join();
		this.line.awaitAll();
		assertThat(this.stored).containsExactly(1, 2, 4);
	}

	@Test
	void givesWhatIsLargeTheRoomOfMany() {
		this.line = new WaitingLine<>(10, PATIENCE, (item) -> item);
		this.line.add(7);

		assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> this.line.add(4));
		this.line.add(3);

		this.line.done(2);
		this.line.add(1_000);
		assertThat(this.line.size()).isOne();
	}

	@Test
	void losesNothingWhileTheStoreIsAway() throws InterruptedException {
		CountDownLatch away = new CountDownLatch(2);
		start(10, LONG, (batch) -> {
			if (away.getCount() > 0) {
				away.countDown();
				throw new StoreUnavailable(new IllegalStateException("away"));
			}
			keep(batch);
		});

		add(1, 3);
		assertThat(away.await(10, TimeUnit.SECONDS)).isTrue();
		add(4, 5);
		this.line.awaitAll();

		assertThat(this.stored).containsExactly(1, 2, 3, 4, 5);
		assertThat(this.dropped).isEmpty();
	}

	@Test
	void dropsAloneWhatTheStoreRefuses() {
		start(10, LONG, (batch) -> {
			if (batch.contains(3)) {
				throw new IllegalArgumentException("no 3");
			}
			keep(batch);
		});

		add(1, 5);
		this.line.awaitAll();
		add(6, 7);
		this.line.awaitAll();

		assertThat(this.stored).containsExactly(1, 2, 4, 5, 6, 7);
		assertThat(this.dropped).containsExactly(3);
		assertThat(this.batches).endsWith(2);
	}

	@Test
	void dropsNothingThatFailsButOnce() {
		CountDownLatch once = new CountDownLatch(1);
		start(10, LONG, (batch) -> {
			if (once.getCount() > 0) {
				once.countDown();
				throw new IllegalArgumentException("torn");
			}
			keep(batch);
		});

		add(1, 1);
		this.line.awaitAll();

		assertThat(this.stored).containsExactly(1);
		assertThat(this.dropped).isEmpty();
	}

	@Test
	void goesOnAfterTheMemoryWasShort() {
		CountDownLatch once = new CountDownLatch(1);
		start(10, LONG, (batch) -> {
			if (once.getCount() > 0) {
				once.countDown();
				throw new OutOfMemoryError("short");
			}
			keep(batch);
		});

		add(1, 2);
		this.line.awaitAll();

		assertThat(this.stored).containsExactly(1, 2);
	}

	@Test
	void storesWhatWaitsBeforeItEnds() throws InterruptedException {
		start(1_000, LONG, this::keep);
		add(1, 250);

		this.flushing.end(LONG);
		this.thread.join();

		assertThat(this.stored).isEqualTo(numbers(1, 250));
	}

	@Test
	void endsWithoutAStoreAfterAWhile() throws InterruptedException {
		start(10, LONG, (batch) -> {
			throw new StoreUnavailable(new IllegalStateException("away"));
		});
		add(1, 2);

		this.flushing.end(Duration.ofSeconds(1));
		this.thread.join();

		assertThat(this.line.size()).isEqualTo(2);
	}

	private void start(int capacity, Duration patience, Consumer<List<Integer>> store) {
		this.line = new WaitingLine<>(capacity, patience, (item) -> 1);
		this.flushing = new Flushing<>(this.line, store, (item, reason) -> this.dropped.add(item));
		this.thread = Thread.ofPlatform().start(this.flushing::run);
	}

	private void add(int first, int last) {
		numbers(first, last).forEach(this.line::add);
	}

	private static List<Integer> numbers(int first, int last) {
		return IntStream.rangeClosed(first, last).boxed().toList();
	}

	private void keep(List<Integer> batch) {
		this.batches.add(batch.size());
		this.stored.addAll(batch);
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
