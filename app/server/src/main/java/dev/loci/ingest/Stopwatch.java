package dev.loci.ingest;

import java.util.concurrent.TimeUnit;

/**
 * Measures how long stages take, one after the other.
 */
final class Stopwatch {

	private long start = System.nanoTime();

	/** Milliseconds since the last time that this was asked, or since the beginning. */
	long lap() {
		long now = System.nanoTime();
		long millis = TimeUnit.NANOSECONDS.toMillis(now - this.start);
		this.start = now;
		return millis;
	}

}
