package dev.loci.memory;

/**
 * The database does not answer at the moment. Nothing was changed; asking again later is
 * the thing to do.
 */
public final class StoreUnavailable extends MemoryException {

	public StoreUnavailable(Throwable cause) {
		super("The database does not answer", cause);
	}

}
