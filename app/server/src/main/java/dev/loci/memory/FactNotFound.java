package dev.loci.memory;

/**
 * There is no such fact in this tenant.
 */
public final class FactNotFound extends MemoryException {

	private final FactId id;

	public FactNotFound(FactId id) {
		super("There is no fact " + id);
		this.id = id;
	}

	public FactId id() {
		return this.id;
	}

}
