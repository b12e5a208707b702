package dev.loci.memory;

import java.util.List;

/**
 * Several are known by this name, and nothing says which one is meant.
 */
public final class NameAmbiguous extends MemoryException {

	private final List<EntityId> candidates;

	public NameAmbiguous(String name, List<EntityId> candidates) {
		super("The name " + name + " may mean any of " + candidates + ": use an id");
		this.candidates = List.copyOf(candidates);
	}

	public List<EntityId> candidates() {
		return this.candidates;
	}

}
