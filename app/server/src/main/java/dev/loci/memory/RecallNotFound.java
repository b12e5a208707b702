package dev.loci.memory;

/**
 * There is no such recall in this tenant, or it is no longer kept.
 */
public final class RecallNotFound extends MemoryException {

	private final RecallId id;

	public RecallNotFound(RecallId id) {
		super("There is no recall " + id);
		this.id = id;
	}

	public RecallId id() {
		return this.id;
	}

}
