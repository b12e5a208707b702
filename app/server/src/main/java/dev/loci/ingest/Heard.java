package dev.loci.ingest;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;

import dev.loci.extract.Utterance;
import dev.loci.memory.Authority;
import dev.loci.memory.Entity;
import dev.loci.memory.Episode;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.Fact.Visibility;
import dev.loci.memory.Named;
import dev.loci.memory.Told;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * A passage of an episode, as it is read: a whole message, unless it is long.
 *
 * @param passage its id
 * @param place among all passages of its job, with room for the statements of each
 * @param content of the episode
 * @param start where the passage begins in it
 * @param end where it is over
 */
record Heard(String passage, int place, EpisodeId episode, Episode.Kind kind, @Nullable String role,
		@Nullable String name, String content, int start, int end, OffsetDateTime saidAt, @Nullable String sessionId,
		@Nullable String agentId) {

	private static final String USER = "user";

	private static final int MOST_PASSAGES = 10_000;

	private static final int MOST_STATEMENTS = 100;

	static Heard of(Record row) {
		Value episode = row.get("episode");
		int position = episode.get("position").asInt() * MOST_PASSAGES + row.get("position").asInt();
		// A record is understood as a whole only: its passages are lines made of it.
		int start = row.get("start").asInt(0);
		int end = row.get("end").asInt(episode.get("content").asString().length());
		return of(episode, row.get("passage").asString(), position * MOST_STATEMENTS, start, end);
	}

	/** An episode that is only there so that others are understood. */
	static Heard whole(Record row) {
		Value episode = row.get("episode");
		return of(episode, "", 0, 0, episode.get("content").asString().length());
	}

	private static Heard of(Value episode, String passage, int place, int start, int end) {
		ZoneOffset offset = ZoneOffset.of(episode.get("offset").asString("Z"));
		return new Heard(passage, place, EpisodeId.of(episode.get("id").asString()),
				Episode.Kind.valueOf(episode.get("kind").asString()), episode.get("role").asString(null),
				episode.get("name").asString(null), episode.get("content").asString(), start, end,
				episode.get("occurredAt").asZonedDateTime().toInstant().atOffset(offset),
				episode.get("sessionId").asString(null), episode.get("agentId").asString(null));
	}

	/** Whether it is of an assistant, a tool or the system. */
	boolean isOthers() {
		return this.role != null && !USER.equals(this.role);
	}

	/** Whether it may claim something: not, if only others' words count. */
	boolean speaks(Set<String> roles) {
		return this.role == null || roles.contains(this.role);
	}

	/** Its words, or what is left of them. */
	Utterance saying(String words, boolean claims) {
		return new Utterance(this.role, speaker(), words, this.saidAt, claims,
				new Told.Source(USER.equals(this.role) ? Authority.USER : Authority.AGENT, this.agentId, this.sessionId,
						Visibility.SPACE, null, this.episode, null, null));
	}

	/** Whom "I" means: users who give no name are the one whose memory this is. */
	private @Nullable Named speaker() {
		if (this.kind != Episode.Kind.MESSAGE) {
			return null;
		}
		if (this.name != null && !this.name.isBlank()) {
			return Named.of(this.name, "Person");
		}
		return USER.equals(this.role) ? Named.SELF : null;
	}

}
