package dev.loci.memory;

/**
 * There is no such merge in this tenant.
 */
public final class DecisionNotFound extends MemoryException {

	private final DecisionId id;

	public DecisionNotFound(DecisionId id) {
		super("There is no merge " + id);
		this.id = id;
	}

	public DecisionId id() {
		return this.id;
	}

}
