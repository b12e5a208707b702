package dev.loci.resolve;

import java.util.Set;

import dev.loci.memory.EntityId;
import dev.loci.memory.NameKey;
import org.jspecify.annotations.Nullable;

/**
 * An entity that a mention may mean.
 *
 * @param names all that it goes by
 * @param closeness to what the mention means, as a cosine; 0 if nobody has looked
 */
record Candidate(EntityId id, Set<NameKey> names, @Nullable String type, double closeness) {

	Candidate {
		names = Set.copyOf(names);
	}

}
