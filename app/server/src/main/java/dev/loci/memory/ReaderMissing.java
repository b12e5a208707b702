package dev.loci.memory;

/**
 * Nobody here can read what is said in the way that was chosen.
 */
public final class ReaderMissing extends MemoryException {

	public ReaderMissing(String reason) {
		super(reason);
	}

}
