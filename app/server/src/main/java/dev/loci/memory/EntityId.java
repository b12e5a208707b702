package dev.loci.memory;

import java.util.UUID;

/**
 * Names one entity, in every answer and for ever.
 */
public record EntityId(UUID value) {

	public static EntityId next() {
		return new EntityId(Ids.next());
	}

	public static EntityId of(String text) {
		return new EntityId(Ids.parse("entityId", text));
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
