package dev.loci.memory;

import java.time.Duration;

/**
 * The database was not done in the time that a unit of work has, or another one kept it
 * waiting for so long. Nothing of it happened.
 */
public final class TookTooLong extends MemoryException {

	public TookTooLong(Duration limit, Throwable cause) {
		super("It would have taken longer than " + limit.toMillis() / 1000.0 + " s", cause);
	}

}
