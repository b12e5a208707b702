package dev.loci.memory;

/**
 * A statement that cannot be true, where nothing but this statement was asked for.
 */
public final class StatementRefused extends MemoryException {

	public StatementRefused(String reason) {
		super(reason);
	}

}
