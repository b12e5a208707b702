package dev.loci.memory;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something that was said or handed over: a message, a text or a record. It is never
 * changed, only erased.
 *
 * @param messageId what the caller calls this message, if anything
 * @param role who spoke, for messages: {@code user}, {@code assistant}, …
 * @param content the source, to the letter; for records the JSON text
 * @param source where a record came from
 * @param occurredAt when it was said; when it was accepted, if nobody told
 * @param recordedAt when it was accepted, by the clock of its space
 */
public record Episode(EpisodeId id, String space, Kind kind, @Nullable String messageId, @Nullable String role,
		@Nullable String name, @Nullable String title, @Nullable String source, String content,
		@Nullable String sessionId, @Nullable String agentId, Metadata metadata, Instant occurredAt,
		Instant recordedAt) {

	/** The forms in which episodes arrive. */
	public enum Kind {

		MESSAGE, TEXT, JSON,
		/** A statement that came without an episode. */
		STATEMENT

	}

}
