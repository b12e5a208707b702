package dev.loci.memory;

/**
 * A fact has changed since the caller has seen it.
 */
public final class VersionPassed extends MemoryException {

	private final FactId id;

	public VersionPassed(FactId id, int version) {
		super("The fact " + id + " is at version " + version + " now");
		this.id = id;
	}

	public FactId id() {
		return this.id;
	}

}
