package dev.loci.resolve;

import java.time.Instant;
import java.util.List;

import dev.loci.memory.Entity;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.FactId;
import dev.loci.memory.Polarity;
import dev.loci.memory.StatementId;
import dev.loci.memory.SuggestionId;
import org.jspecify.annotations.Nullable;

/**
 * Something that a model or a person should decide.
 *
 * @param score how likely it is, between 0 and 1
 * @param reason why it is asked
 * @param entities those that may be one
 * @param statement the one that is not believed
 * @param believed what is believed of the same matter instead
 * @param opinion what a model thinks of it, if one was asked
 * @param decidedBy the model that has decided it; absent if that was a person
 */
public record Suggestion(SuggestionId id, Kind kind, Status status, double score, String reason, Instant createdAt,
		List<Entity.Ref> entities, @Nullable Doubted statement, List<Rival> believed, @Nullable Opinion opinion,
		@Nullable String decidedBy) {

	public Suggestion {
		entities = List.copyOf(entities);
		believed = List.copyOf(believed);
	}

	/** What is doubtful. */
	public enum Kind {

		/** Two entities may be one. */
		SAME,
		/** A statement was made with little confidence. */
		WEAK,
		/** A statement is outranked by others. */
		CONTESTED

	}

	/** Whether it still waits. */
	public enum Status {

		OPEN, ACCEPTED, DISMISSED

	}

	/**
	 * What a model thinks of it.
	 *
	 * @param reason written before the verdict; absent once something was erased that it
	 * may repeat
	 */
	public record Opinion(String by, @Nullable String reason, Advice.Verdict verdict, Instant at) {
	}

	/** A statement that is kept but not believed. */
	public record Doubted(StatementId id, Entity.Ref subject, String predicate, Entity.@Nullable Ref object,
			@Nullable Object value, String text, Polarity polarity, @Nullable Instant validFrom,
			@Nullable Instant validTo, double confidence, Instant observedAt, @Nullable String agentId,
			EpisodeId episodeId, @Nullable String quote) {

		static Doubted of(Claimed claimed) {
			Claimed.Target target = claimed.target();
			return new Doubted(claimed.id(), claimed.subject(), claimed.predicate(),
					(target != null) ? target.object() : null,
					(target != null && target.value() != null) ? target.value().stored() : null, claimed.text(),
					claimed.statement().polarity(),
					(claimed.statement().from() != null) ? claimed.statement().from().at() : null,
					(claimed.statement().to() != null) ? claimed.statement().to().at() : null, claimed.confidence(),
					claimed.statement().rank().observedAt(), claimed.agentId(), claimed.episode(), claimed.quote());
		}

	}

	/** A fact that is believed. */
	public record Rival(FactId id, String text, @Nullable Instant validFrom, @Nullable Instant validTo) {
	}

}
