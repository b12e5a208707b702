package dev.loci.memory;

import org.jspecify.annotations.Nullable;

/**
 * What a statement is about, as its source names it: by the id of an entity, by what the
 * caller's own systems call it, or by its name.
 */
public record Named(@Nullable EntityId id, @Nullable String externalId, @Nullable String name, @Nullable String type) {

	/**
	 * The one whose memory a space is: "I", said by a user who gives no name. Callers may
	 * name it by this id, too.
	 */
	public static final Named SELF = new Named(null, "self", "User", "Person");

	public static Named of(String name, @Nullable String type) {
		return new Named(null, null, name, type);
	}

	public static Named of(EntityId id) {
		return new Named(id, null, null, null);
	}

	/** Says what is missing, if something is. */
	public Named checked(String field) {
		if (this.id == null && this.externalId == null && this.name == null) {
			throw new InvalidInput(field, "needs a name, an id or an externalId");
		}
		return this;
	}

	/** The same, of this type if it has none of its own. */
	public Named orOf(@Nullable String otherType) {
		return (this.type != null || otherType == null) ? this
				: new Named(this.id, this.externalId, this.name, otherType);
	}

}
