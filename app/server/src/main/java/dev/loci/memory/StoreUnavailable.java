package dev.loci.memory;

/**
 * The database does not answer at the moment; asking again later is the thing to do. A
 * write whose commit was under way may have happened: ids of messages and an
 * {@code Idempotency-Key} make asking again safe.
 */
public final class StoreUnavailable extends MemoryException {

	public StoreUnavailable(Throwable cause) {
		super("The database does not answer", cause);
	}

}
