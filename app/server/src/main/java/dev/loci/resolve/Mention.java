package dev.loci.resolve;

import dev.loci.memory.NameKey;
import org.jspecify.annotations.Nullable;

/**
 * A name that a statement uses for something, and what sort of thing it says that is.
 */
record Mention(NameKey name, @Nullable String type) {

	static Mention of(String name, @Nullable String type) {
		return new Mention(NameKey.of(name), type);
	}

}
