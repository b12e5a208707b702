package dev.loci.recall;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.loci.memory.Entity;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.Fact;
import dev.loci.memory.Metadata;
import dev.loci.memory.Precision;
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
 * @param subject whom a fact is about
 * @param occurredAt when an episode was said
 * @param validFrom since when a fact holds
 * @param begun how exactly that is known
 * @param ended how exactly it is known until when
 * @param slots of a fact, that of its other end included if it says the same of both:
 * what is in one excludes each other
 * @param status of a fact at the moments that were asked for
 * @param said the message that tells a fact, where that was found, too: they are one
 * memory
 * @param why how it was found, if that was asked
 */
public record Recalled(Kind kind, String id, @Nullable Integer version, @Nullable String passageId, String text,
		double score, Entity.@Nullable Ref subject, @Nullable String predicate, @Nullable Double confidence,
		@Nullable String role, @Nullable String name, @Nullable String title, @Nullable String sessionId,
		@Nullable String agentId, Metadata metadata, @Nullable Instant occurredAt, @Nullable Instant validFrom,
		@Nullable Instant validTo, @JsonIgnore @Nullable Precision begun, @JsonIgnore @Nullable Precision ended,
		@JsonIgnore Set<String> slots, @Nullable Instant recordedFrom, Fact.@Nullable Status status,
		List<Evidence> evidence, @Nullable Said said, @Nullable Why why) {

	static Recalled of(Fact fact, Set<String> slots) {
		return new Recalled(Kind.fact, fact.id().toString(), fact.version(), null, fact.text(), 0, fact.subject(),
				fact.predicate(), fact.confidence(), null, null, null, null, fact.agentId(), fact.metadata(), null,
				fact.validFrom(), fact.validTo(), fact.validFromPrecision(), fact.validToPrecision(), slots,
				fact.recordedFrom(), fact.status(),
				fact.evidence()
					.stream()
					.map((each) -> new Evidence(each.statementId(), each.episodeId(), each.quote()))
					.toList(),
				null, null);
	}

	static Recalled of(Linked.Link entity) {
		String text = entity.name() + ((entity.type() != null) ? " (" + entity.type() + ")" : "");
		return new Recalled(Kind.entity, entity.id().toString(), null, null, text, 0, null, null, null, null,
				entity.name(), null, null, null, Metadata.NONE, null, null, null, null, null, Set.of(), null, null,
				List.of(), null, null);
	}

	/** The same in its place. */
	Recalled ranked(double place, @Nullable Said message, Why reason) {
		return with(place, message, reason);
	}

	/** The same behind others that are like it. */
	Recalled losing(double points) {
		Why reason = Objects.requireNonNull(this.why);
		return (points == 0) ? this : ranked(this.score + points, this.said, reason.with(Term.diversity, points));
	}

	/** The same for whom it is enough that it was found. */
	Recalled unexplained() {
		return with(this.score, (this.said != null) ? this.said.unexplained() : null, null);
	}

	private Recalled with(double place, @Nullable Said message, @Nullable Why reason) {
		return new Recalled(this.kind, this.id, this.version, this.passageId, this.text, place, this.subject,
				this.predicate, this.confidence, this.role, this.name, this.title, this.sessionId, this.agentId,
				this.metadata, this.occurredAt, this.validFrom, this.validTo, this.begun, this.ended, this.slots,
				this.recordedFrom, this.status, this.evidence, message, reason);
	}

	/** What can be recalled, as it is called in JSON. */
	public enum Kind {

		fact, episode, entity

	}

	/** Where it was said. */
	public record Evidence(@Nullable StatementId statementId, EpisodeId episodeId, @Nullable String quote) {
	}

	/**
	 * A message, or the passage of it that was found.
	 *
	 * @param why how it was found, if that was asked
	 */
	public record Said(String episodeId, @Nullable String passageId, String text, @Nullable String role,
			@Nullable String name, @Nullable Instant occurredAt, @Nullable Why why) {

		static Said of(Recalled episode, Why why) {
			return new Said(episode.id(), episode.passageId(), episode.text(), episode.role(), episode.name(),
					episode.occurredAt(), why);
		}

		private Said unexplained() {
			return new Said(this.episodeId, this.passageId, this.text, this.role, this.name, this.occurredAt, null);
		}

	}

	/** An entity or a fact on the way to a memory, and what it says. */
	public record Step(String id, @Nullable String label) {
	}

}
