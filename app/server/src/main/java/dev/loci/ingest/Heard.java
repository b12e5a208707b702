package dev.loci.ingest;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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
 * @param content of the episode; of a record, its passage: lines that are understood by
 * themselves
 * @param start where the passage begins in it
 * @param end where it is over
 */
record Heard(String passage, int place, EpisodeId episode, Episode.Kind kind, @Nullable String role,
		@Nullable String name, String content, int start, int end, OffsetDateTime saidAt, @Nullable String sessionId,
		@Nullable String agentId) {

	private static final String USER = "user";

	private static final int MOST_PASSAGES = 10_000;

	private static final int MOST_STATEMENTS = 100;

	/** As much of a message as helps to understand those after it. */
	private static final int CLOSE = 4_000;

	/** The passages of an episode, which is long if they are many: all share its text. */
	static List<Heard> of(Record row) {
		Value episode = row.get("episode");
		String content = episode.get("content").asString();
		return row.get("passages").asList((passage) -> of(episode, content, passage));
	}

	private static Heard of(Value episode, String content, Value passage) {
		int position = episode.get("position").asInt() * MOST_PASSAGES + passage.get("position").asInt();
		String text = passage.get("start").isNull() ? passage.get("text").asString() : content;
		return of(episode, passage.get("id").asString(), position * MOST_STATEMENTS, text,
				passage.get("start").asInt(0), passage.get("end").asInt(text.length()));
	}

	/** The end of an episode that is only there so that others are understood. */
	static Heard before(Record row) {
		Value episode = row.get("episode");
		String content = episode.get("content").asString();
		int start = Math.max(0, content.length() - CLOSE);
		boolean half = start > 0 && Character.isLowSurrogate(content.charAt(start));
		return of(episode, "", 0, content, half ? start + 1 : start, content.length());
	}

	private static Heard of(Value episode, String passage, int place, String content, int start, int end) {
		ZoneOffset offset = ZoneOffset.of(episode.get("offset").asString("Z"));
		return new Heard(passage, place, EpisodeId.of(episode.get("id").asString()),
				Episode.Kind.valueOf(episode.get("kind").asString()), episode.get("role").asString(null),
				episode.get("name").asString(null), content, start, end,
				episode.get("occurredAt").asZonedDateTime().toInstant().atOffset(offset),
				episode.get("sessionId").asString(null), episode.get("agentId").asString(null));
	}

	/** Whether it is not a user's: an assistant's, a tool's, a text or a record. */
	boolean isOthers() {
		return !USER.equals(this.role);
	}

	/** What the passages have in common that are cut out of one content. */
	String whole() {
		return (this.kind == Episode.Kind.JSON) ? this.episode + this.passage : this.episode.toString();
	}

	/** Whether it may claim something: not, if only others' words count. */
	boolean speaks(Set<String> roles) {
		return this.role == null || roles.contains(this.role);
	}

	/** Its words, or what is left of them, and of all of which they are a part. */
	Utterance saying(String words, String all, boolean claims) {
		return new Utterance(this.role, speaker(), words, this.saidAt, claims,
				new Told.Source(USER.equals(this.role) ? Authority.USER : Authority.AGENT, this.agentId, this.sessionId,
						Visibility.SPACE, null, this.episode, null, null),
				all, this.start);
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
