package dev.loci.memory;

/**
 * There is no such entity in this tenant.
 */
public final class EntityNotFound extends MemoryException {

	private final EntityId id;

	public EntityNotFound(EntityId id) {
		super("There is no entity " + id);
		this.id = id;
	}

	public EntityId id() {
		return this.id;
	}

}
