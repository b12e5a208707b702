package dev.loci.memory;

import org.jspecify.annotations.Nullable;

/**
 * What a statement did to one fact, and when that fact holds since.
 *
 * @param from absent if unknown
 * @param to absent if it still holds
 */
public record Change(FactId fact, Kind kind, @Nullable Moment from, @Nullable Moment to) {

	/** In which way a fact differs from what was believed before. */
	public enum Kind {

		ADDED, CLOSED, REOPENED, MOVED, SPLIT, MERGED, DROPPED

	}

}
