package dev.loci.rest;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.loci.memory.Episode;
import dev.loci.memory.Episode.Kind;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * An episode in the words in which it was sent: {@code content}, {@code text} or
 * {@code json}.
 */
@JsonInclude(Include.NON_NULL)
record EpisodeAnswer(EpisodeId id, String space, Kind kind, @Nullable String messageId, @Nullable String role,
		@Nullable String name, @Nullable String content, @Nullable String title, @Nullable String text,
		@JsonRawValue @Nullable String json, @Nullable String source, @Nullable String sessionId,
		@Nullable String agentId, Metadata metadata, Instant occurredAt, Instant recordedAt) {

	static EpisodeAnswer of(Episode episode) {
		Kind kind = episode.kind();
		return new EpisodeAnswer(episode.id(), episode.space(), kind, episode.messageId(), episode.role(),
				episode.name(), (kind == Kind.MESSAGE) ? episode.content() : null, episode.title(),
				(kind == Kind.TEXT || kind == Kind.STATEMENT) ? episode.content() : null,
				(kind == Kind.JSON) ? episode.content() : null, episode.source(), episode.sessionId(),
				episode.agentId(), episode.metadata(), episode.occurredAt(), episode.recordedAt());
	}

}
