package dev.loci.resolve;

import java.time.Instant;

import dev.loci.memory.Moment;
import dev.loci.memory.Polarity;
import dev.loci.memory.Rank;
import dev.loci.memory.StatementId;
import dev.loci.memory.TimeKind;
import org.jspecify.annotations.Nullable;

/**
 * A statement as it was told, before it is accepted: times may be missing or impossible.
 *
 * @param from when it began; any instant of a coarse period
 * @param to when it ended; any instant of a coarse period
 * @param through whether the period of the end is part of it ("in", "through") or not
 * ("until")
 */
public record Claim(StatementId id, String slot, TimeKind time, Polarity polarity, String state, @Nullable Moment from,
		@Nullable Moment to, boolean through, @Nullable Instant holdsAt, Rank rank, boolean suggestion) {
}
