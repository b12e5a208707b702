package dev.loci.memory;

/**
 * There is no such space in this tenant.
 */
public final class SpaceNotFound extends MemoryException {

	private final Scope scope;

	public SpaceNotFound(Scope scope) {
		super("There is no space " + scope.space());
		this.scope = scope;
	}

	public Scope scope() {
		return this.scope;
	}

}
