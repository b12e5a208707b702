package dev.loci.ingest;

import java.time.Instant;

import dev.loci.memory.Metadata;
import dev.loci.memory.Moment;
import dev.loci.memory.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a person puts right about a fact. What is absent stays as it is.
 *
 * @param validTo a change to nothing opens the fact again
 * @param expiresAt a change to nothing keeps it for ever
 */
public record Patch(@Nullable String text, @Nullable Object value, @Nullable Moment validFrom,
		@Nullable Change<Moment> validTo, @Nullable Double confidence, Predicate.@Nullable Kind kind,
		@Nullable Change<Instant> expiresAt, @Nullable Metadata metadata) {

	/** A change to something, or to nothing. */
	public record Change<T>(@Nullable T to) {
	}

}
