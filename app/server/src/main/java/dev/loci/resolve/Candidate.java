package dev.loci.resolve;

import java.util.Set;

import dev.loci.memory.EntityId;
import dev.loci.memory.NameKey;
import org.jspecify.annotations.Nullable;

/**
 * An entity that a mention may mean.
 *
 * @param names all that it goes by
 */
record Candidate(EntityId id, Set<NameKey> names, @Nullable String type) {

	Candidate {
		names = Set.copyOf(names);
	}

}
