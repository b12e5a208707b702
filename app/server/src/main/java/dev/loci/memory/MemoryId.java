package dev.loci.memory;

import java.util.UUID;

/**
 * Names a memory of any kind: a fact, an episode or an entity.
 */
public record MemoryId(UUID value) {

	public static MemoryId of(String text) {
		return new MemoryId(Ids.parse("memoryId", text));
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
