package dev.loci.memory;

/**
 * The database was not done in the time that a unit of work has, or another one kept it
 * waiting for so long. Nothing of it happened.
 */
public final class TookTooLong extends MemoryException {

	public TookTooLong(Throwable cause) {
		super("The database was not done in time", cause);
	}

}
