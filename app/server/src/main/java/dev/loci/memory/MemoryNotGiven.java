package dev.loci.memory;

/**
 * A recall did not give this memory, or it has been erased since.
 */
public final class MemoryNotGiven extends MemoryException {

	private final MemoryId memory;

	public MemoryNotGiven(RecallId recall, MemoryId memory) {
		super("The recall " + recall + " has not given " + memory + ", or it has been erased since");
		this.memory = memory;
	}

	public MemoryId memory() {
		return this.memory;
	}

}
