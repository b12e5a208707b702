package dev.loci.memory;

/**
 * The space has no such block, or had none at that moment.
 */
public final class BlockNotFound extends MemoryException {

	private final String label;

	public BlockNotFound(String label) {
		super("There is no block " + label);
		this.label = label;
	}

	public String label() {
		return this.label;
	}

}
