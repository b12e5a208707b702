package dev.loci.recall;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import dev.loci.memory.StoreUnavailable;

import org.springframework.stereotype.Component;

/**
 * Does side by side what need not wait for each other.
 */
@Component
class Ahead implements AutoCloseable {

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	/** Begins with it, and waits for it where it is needed. */
	<T> Supplier<T> begin(Callable<T> work) {
		Future<T> begun = this.threads.submit(work);
		return () -> result(begun);
	}

	/** Does what nobody waits for. */
	void execute(Runnable work) {
		this.threads.execute(work);
	}

	private static <T> T result(Future<T> begun) {
		try {
			return begun.get();
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new StoreUnavailable(ex);
		}
	}

	/** Whoever still waits gets an error: a stop is not held up by a question. */
	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
