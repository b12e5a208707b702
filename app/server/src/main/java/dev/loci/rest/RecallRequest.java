package dev.loci.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.loci.memory.Episode.Kind;
import dev.loci.memory.Metadata;
import dev.loci.recall.Question;
import org.jspecify.annotations.Nullable;

/**
 * A question, and what limits its answer.
 */
record RecallRequest(@Nullable String query, @Nullable Integer limit, @Nullable Set<Include> include,
		@Nullable Filters filters, @Nullable Boolean explain) {

	private static final int USUAL_LIMIT = 10;

	/** What may be among the items. */
	enum Include {

		episodes

	}

	/** What an item must be. */
	record Filters(@Nullable List<Kind> kinds, @Nullable String agentId, @Nullable String sessionId,
			@Nullable Instant from, @Nullable Instant to, @Nullable Map<String, @Nullable Object> metadata) {

		Question.Filters filters() {
			return new Question.Filters((this.kinds != null) ? Set.copyOf(this.kinds) : Set.of(), this.agentId,
					this.sessionId, this.from, this.to,
					(this.metadata != null) ? new Metadata(this.metadata) : Metadata.NONE);
		}

	}

	Question question(RestSettings limits) {
		int wanted = (this.limit != null) ? this.limit : USUAL_LIMIT;
		String text = (this.query != null) ? this.query : "";
		new Flaws().unless(!text.isBlank(), "query", "must not be empty")
			.length("query", text, limits.question())
			.range("limit", wanted, 1, limits.limit())
			.unless(this.filters == null || this.filters.kinds() == null || !this.filters.kinds().contains(null),
					"filters.kinds", "must not hold null")
			.refuse();
		return new Question(text, wanted, (this.filters != null) ? this.filters.filters() : Question.Filters.NONE,
				Boolean.TRUE.equals(this.explain));
	}

}
