package dev.loci.ingest;

import java.time.OffsetDateTime;
import java.util.List;

import dev.loci.memory.Episode;
import dev.loci.memory.Metadata;
import dev.loci.memory.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants remembered, in the order in which it was said.
 *
 * @param metadata goes with every part
 */
public record Submission(List<Said> said, @Nullable String sessionId, @Nullable String agentId, Metadata metadata) {

	public Submission {
		Text.checkAll("sessionId", sessionId);
		Text.checkAll("agentId", agentId);
		said = List.copyOf(said);
	}

	/**
	 * One thing that was said or handed over.
	 *
	 * @param messageId what the caller calls it
	 * @param content the source, to the letter; for records the JSON text
	 * @param occurredAt when it was said, by the clock of who said it
	 */
	public record Said(Episode.Kind kind, @Nullable String messageId, @Nullable String role, @Nullable String name,
			@Nullable String title, @Nullable String source, String content, @Nullable OffsetDateTime occurredAt) {

		public Said {
			Text.checkAll("id", messageId);
			Text.checkAll("role", role);
			Text.checkAll("name", name);
			Text.checkAll("title", title);
			Text.checkAll("source", source);
			Text.checked("content", content);
		}

	}

}
