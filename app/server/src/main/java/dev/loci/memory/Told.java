package dev.loci.memory;

import java.time.Instant;

import dev.loci.memory.Fact.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * A statement as its source makes it, before anything is decided: it may be impossible.
 *
 * @param predicate in any words
 * @param value in place of an object: a text, a number or a boolean
 * @param polarity absent if the predicate tells
 * @param through whether the period of the end is part of it
 */
public record Told(@Nullable Named subject, @Nullable String predicate, @Nullable Named object, @Nullable Object value,
		@Nullable Polarity polarity, @Nullable Moment from, @Nullable Moment to, boolean through,
		@Nullable Instant holdsAt, Wording wording, Source source) {

	/** The same of a value. */
	public Told of(Object other) {
		return new Told(this.subject, this.predicate, null, other, this.polarity, this.from, this.to, this.through,
				this.holdsAt, this.wording, this.source);
	}

	/** The same said in this sense, whatever the predicate tells. */
	public Told with(Polarity sense) {
		return new Told(this.subject, this.predicate, this.object, this.value, sense, this.from, this.to, this.through,
				this.holdsAt, this.wording, this.source);
	}

	/** The same, holding at this moment, and nobody knows since when. */
	public Told holding(@Nullable Instant at) {
		return new Told(this.subject, this.predicate, this.object, this.value, this.polarity, null, this.to,
				this.through, at, this.wording, this.source);
	}

	/** The same, learned at this moment. */
	public Told observed(Instant at) {
		return new Told(this.subject, this.predicate, this.object, this.value, this.polarity, this.from, this.to,
				this.through, this.holdsAt, this.wording, this.source.observed(at));
	}

	/**
	 * What the fact shall look like.
	 *
	 * @param text written if absent
	 * @param confidence between 0 and 1; certain, if absent
	 * @param kind the predicate's, if absent
	 * @param expiresAt when it shall no longer be recalled
	 */
	public record Wording(@Nullable String text, @Nullable Double confidence, Predicate.@Nullable Kind kind,
			@Nullable Instant expiresAt, Metadata metadata) {

		public static final Wording PLAIN = new Wording(null, null, null, null, Metadata.NONE);

	}

	/**
	 * Whose word it is.
	 *
	 * @param observedAt when it was learned; when it is accepted, if absent
	 * @param episode where it was said; absent for a statement that stands alone
	 * @param corrects the fact that it puts right and that therefore keeps its name
	 */
	public record Source(Authority authority, @Nullable String agentId, @Nullable String sessionId,
			Visibility visibility, @Nullable Instant observedAt, @Nullable EpisodeId episode, @Nullable String quote,
			@Nullable FactId corrects) {

		/** The same, learned at this moment. */
		Source observed(Instant at) {
			return new Source(this.authority, this.agentId, this.sessionId, this.visibility, at, this.episode,
					this.quote, this.corrects);
		}

		/** The same, by these words of it. */
		public Source quoting(String words) {
			return new Source(this.authority, this.agentId, this.sessionId, this.visibility, this.observedAt,
					this.episode, words, this.corrects);
		}

	}

}
