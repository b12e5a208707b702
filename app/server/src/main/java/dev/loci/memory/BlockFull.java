package dev.loci.memory;

/**
 * A block would become longer than it may be.
 */
public final class BlockFull extends MemoryException {

	private final String label;

	public BlockFull(String label, int length, int limit) {
		super("The block " + label + " would have " + length + " characters, and may have " + limit);
		this.label = label;
	}

	public String label() {
		return this.label;
	}

}
