package dev.loci.memory;

/**
 * Nobody and nothing of this name is known in the space.
 */
public final class NameUnknown extends MemoryException {

	private final String name;

	public NameUnknown(String name) {
		super("Nobody and nothing is known by the name " + name);
		this.name = name;
	}

	public String name() {
		return this.name;
	}

}
