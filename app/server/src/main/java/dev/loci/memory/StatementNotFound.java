package dev.loci.memory;

/**
 * There is no such statement in this tenant.
 */
public final class StatementNotFound extends MemoryException {

	private final StatementId id;

	public StatementNotFound(StatementId id) {
		super("There is no statement " + id);
		this.id = id;
	}

	public StatementId id() {
		return this.id;
	}

}
