package dev.loci.recall;

import java.time.Instant;
import java.util.Set;

import dev.loci.memory.Episode;
import dev.loci.memory.Metadata;
import dev.loci.memory.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants to know.
 *
 * @param limit how many memories at most
 * @param explain whether to say why each of them is there
 */
public record Question(String query, int limit, Filters filters, boolean explain) {

	public Question {
		Text.checked("query", query);
	}

	/**
	 * What a memory must be to be considered. What is absent or empty filters nothing.
	 *
	 * @param from the earliest moment at which it was said
	 * @param to the moment before which it was said
	 * @param metadata entries that it must have
	 */
	public record Filters(Set<Episode.Kind> kinds, @Nullable String agentId, @Nullable String sessionId,
			@Nullable Instant from, @Nullable Instant to, Metadata metadata) {

		public static final Filters NONE = new Filters(Set.of(), null, null, null, null, Metadata.NONE);

		public Filters {
			Text.checkAll("agentId", agentId);
			Text.checkAll("sessionId", sessionId);
		}

	}

}
