package dev.loci.recall;

import java.time.Instant;
import java.util.List;

import dev.loci.memory.EpisodeId;
import dev.loci.memory.Fact;
import dev.loci.memory.Metadata;
import dev.loci.memory.StatementId;
import org.jspecify.annotations.Nullable;

/**
 * A memory that answers a question: a fact, an episode by the passage of it that was
 * found, or an entity. What does not belong to its kind is absent.
 *
 * @param id of the fact, the episode or the entity
 * @param version of the fact
 * @param passageId which passage of the episode
 * @param text the fact in words, the passage, or what the entity is called
 * @param score comparable within one answer
 * @param occurredAt when an episode was said
 * @param validFrom since when a fact holds
 * @param status of a fact at the moments that were asked for
 * @param why how it was found, if that was asked
 */
public record Recalled(Kind kind, String id, @Nullable Integer version, @Nullable String passageId, String text,
		double score, @Nullable String role, @Nullable String name, @Nullable String title, @Nullable String sessionId,
		@Nullable String agentId, Metadata metadata, @Nullable Instant occurredAt, @Nullable Instant validFrom,
		@Nullable Instant validTo, Instant recordedFrom, Fact.@Nullable Status status, List<Evidence> evidence,
		@Nullable Why why) {

	/** The same in its place. */
	Recalled ranked(double place, @Nullable Why reason) {
		return new Recalled(this.kind, this.id, this.version, this.passageId, this.text, place, this.role, this.name,
				this.title, this.sessionId, this.agentId, this.metadata, this.occurredAt, this.validFrom, this.validTo,
				this.recordedFrom, this.status, this.evidence, reason);
	}

	/** What can be recalled, as it is called in JSON. */
	public enum Kind {

		fact, episode, entity

	}

	/** Where it was said. */
	public record Evidence(@Nullable StatementId statementId, EpisodeId episodeId, @Nullable String quote) {
	}

	/** Each arm's part, and the sum that made the order. */
	public record Why(@Nullable Place vector, @Nullable Place fullText, double fused) {
	}

	/** The rank in one arm, from 1, and the arm's own score. */
	public record Place(int rank, double score) {
	}

}
