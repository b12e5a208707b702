package dev.loci.recall;

import java.time.Instant;
import java.util.List;

import dev.loci.memory.EpisodeId;
import dev.loci.memory.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * A memory that answers a question: an episode, by the passage of it that was found.
 *
 * @param kind what {@code id} names
 * @param text the passage
 * @param score comparable within one answer
 * @param why how it was found, if that was asked
 */
public record Recalled(String kind, EpisodeId id, String text, double score, @Nullable String role,
		@Nullable String name, @Nullable String title, @Nullable String sessionId, @Nullable String agentId,
		Metadata metadata, Instant occurredAt, Instant recordedFrom, List<Evidence> evidence, @Nullable Why why) {

	/** Where it was said. */
	public record Evidence(EpisodeId episodeId, String quote) {
	}

	/** Each arm's part, and the sum that made the order. */
	public record Why(@Nullable Place vector, @Nullable Place fullText, double fused) {
	}

	/** The rank in one arm, from 1, and the arm's own score. */
	public record Place(int rank, double score) {
	}

}
