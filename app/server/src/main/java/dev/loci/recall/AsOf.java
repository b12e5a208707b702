package dev.loci.recall;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * From which moments a caller looks: when it holds, and when it was believed. Absent
 * means now.
 *
 * @param agentId who asks, to see what is its own; absent to see what is everybody's
 */
public record AsOf(@Nullable Instant validAt, @Nullable Instant knownAt, @Nullable String agentId) {

	public static final AsOf NOW = new AsOf(null, null, null);

}
