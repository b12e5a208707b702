package dev.loci.memory;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One version of something that is believed, with the dates between which it holds and
 * those between which it was believed.
 *
 * @param id the same in all versions
 * @param version counted from 1
 * @param predicate its name in the ontology, or as it was told
 * @param object what it is about, unless that is a {@code value}
 * @param value a text, a number, a boolean or a date
 * @param validFrom absent if nobody knows
 * @param validTo absent if it still holds
 * @param recordedTo absent if it is believed at the moment that was asked for
 * @param status at the moments that were asked for
 * @param evidence the first of the statements that support it
 * @param mergedInto the fact that it turned out to be
 */
public record Fact(FactId id, int version, Entity.Ref subject, String predicate, Entity.@Nullable Ref object,
		@Nullable Object value, String text, Predicate.Kind kind, @Nullable Instant validFrom,
		@Nullable Instant validTo, Basis validFromBasis, @Nullable Precision validFromPrecision,
		@Nullable Precision validToPrecision, Instant recordedFrom, @Nullable Instant recordedTo, Status status,
		double confidence, @Nullable String agentId, Visibility visibility, @Nullable Instant expiresAt,
		Metadata metadata, List<Evidence> evidence, @Nullable FactId mergedInto) {

	/** How many statements a fact names, the oldest first; its history names all. */
	public static final int MOST_EVIDENCE = 50;

	public Fact {
		evidence = List.copyOf(evidence);
	}

	/** The same about these. */
	public Fact about(Entity.Ref other, Entity.@Nullable Ref target) {
		return new Fact(this.id, this.version, other, this.predicate, target, this.value, this.text, this.kind,
				this.validFrom, this.validTo, this.validFromBasis, this.validFromPrecision, this.validToPrecision,
				this.recordedFrom, this.recordedTo, this.status, this.confidence, this.agentId, this.visibility,
				this.expiresAt, this.metadata, this.evidence, this.mergedInto);
	}

	/** The same from this moment on. */
	public Fact since(Moment from) {
		return new Fact(this.id, this.version, this.subject, this.predicate, this.object, this.value, this.text,
				this.kind, from.at(), this.validTo, this.validFromBasis, from.precision(), this.validToPrecision,
				this.recordedFrom, this.recordedTo, this.status, this.confidence, this.agentId, this.visibility,
				this.expiresAt, this.metadata, this.evidence, this.mergedInto);
	}

	/**
	 * Whether it has ended since nobody said it again in time, and for no other reason.
	 */
	public boolean hasExpired() {
		return this.status == Status.ENDED && this.expiresAt != null
				&& (this.validTo == null || this.expiresAt.isBefore(this.validTo));
	}

	/** Whether it holds at a moment. */
	public enum Status {

		CURRENT, ENDED, FUTURE,
		/** It is not believed. */
		DROPPED;

		/** What is believed, seen from a moment: what has expired is over. */
		public static Status at(Instant moment, Instant validFrom, Instant validTo, Instant expiresAt) {
			return moment.isBefore(validFrom) ? FUTURE
					: moment.isBefore(validTo) && moment.isBefore(expiresAt) ? CURRENT : ENDED;
		}

	}

	/** Who sees it: everybody in the space, or the agent that said it. */
	public enum Visibility {

		SPACE, AGENT

	}

	/** Where it was said. */
	public record Evidence(StatementId statementId, EpisodeId episodeId, @Nullable String quote) {

	}

}
