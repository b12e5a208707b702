package dev.loci.memory;

/**
 * What is asked for was decided before.
 */
public final class AlreadyDecided extends MemoryException {

	public AlreadyDecided(String reason) {
		super(reason);
	}

}
