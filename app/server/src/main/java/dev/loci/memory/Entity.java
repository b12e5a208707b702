package dev.loci.memory;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One real thing: a person, a place, a project.
 *
 * @param space the name of its space
 * @param name by which it is shown
 * @param aliases all names that it goes by
 * @param externalId what the caller's own systems call it
 * @param mergedInto the entity that it turned out to be
 */
public record Entity(EntityId id, String space, String name, @Nullable String type, List<String> aliases,
		@Nullable String externalId, Instant recordedFrom, @Nullable EntityId mergedInto) {

	public Entity {
		aliases = List.copyOf(aliases);
	}

	/** An entity as a fact shows it: with the name that it had then. */
	public record Ref(EntityId id, String name, @Nullable String type) {

	}

}
