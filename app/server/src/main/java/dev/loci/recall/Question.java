package dev.loci.recall;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import dev.loci.memory.Episode;
import dev.loci.memory.Metadata;
import dev.loci.memory.Predicate;
import dev.loci.memory.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants to know.
 *
 * @param limit how many memories at most
 * @param include of which kinds
 * @param asOf from which moments to look
 * @param history whether facts that have ended are wanted, too
 * @param order what else decides on their order
 * @param explain whether to say why each of them is there
 * @param responseId for which answer of the caller; what was given is found by it later
 */
public record Question(String query, int limit, Set<Recalled.Kind> include, Filters filters, AsOf asOf, boolean history,
		Order order, boolean explain, @Nullable String responseId) {

	public Question {
		Text.checked("query", query);
		Text.checkAll("responseId", responseId);
	}

	/** What is asked, without what says nothing of it. */
	Question itself() {
		return new Question(this.query.strip(), this.limit, this.include, this.filters, this.asOf, this.history,
				this.order, false, null);
	}

	/**
	 * What decides on the order of memories besides their points. Usually nothing does.
	 *
	 * @param diversity how much a memory loses that is like one before it: from 0,
	 * nothing, to {@value #MOST_DIVERSITY}
	 * @param rerank whether the cross-encoder reads the best of them once more
	 */
	public record Order(double diversity, boolean rerank) {

		public static final double MOST_DIVERSITY = 0.9;

		public static final Order USUAL = new Order(0, false);

	}

	/**
	 * What a memory must be to be considered. What is absent or empty filters nothing.
	 * Whoever names kinds of facts alone wants no episodes, and the other way round.
	 *
	 * @param predicates of facts
	 * @param entities names or ids: what a fact is about
	 * @param from the earliest moment at which it was said, or before which a fact has
	 * not ended
	 * @param to the moment before which it was said, or until which a fact has begun
	 * @param metadata entries that it must have
	 */
	public record Filters(Set<Episode.Kind> episodeKinds, Set<Predicate.Kind> factKinds, List<String> predicates,
			List<String> entities, @Nullable String agentId, @Nullable String sessionId, @Nullable Instant from,
			@Nullable Instant to, Metadata metadata) {

		public static final Filters NONE = new Filters(Set.of(), Set.of(), List.of(), List.of(), null, null, null, null,
				Metadata.NONE);

		public Filters {
			Text.checkAll("agentId", agentId);
			Text.checkAll("sessionId", sessionId);
		}

		/** Whether they limit anything by which an index is narrowed. */
		boolean narrow() {
			return !this.episodeKinds.isEmpty() || !this.factKinds.isEmpty() || this.agentId != null
					|| this.sessionId != null;
		}

		/**
		 * Whether they limit anything that not every index knows, and of which more is
		 * looked at.
		 */
		boolean choose() {
			return !this.predicates.isEmpty() || !this.entities.isEmpty() || !this.metadata.tags().isEmpty();
		}

		boolean wantsFacts() {
			return !this.factKinds.isEmpty() || this.episodeKinds.isEmpty();
		}

		boolean wantsEpisodes() {
			boolean ofFacts = !this.predicates.isEmpty() || !this.entities.isEmpty() || !this.factKinds.isEmpty();
			return !this.episodeKinds.isEmpty() || !ofFacts;
		}

		/** What limits facts or episodes says nothing of those whom they are about. */
		boolean wantsEntities() {
			return this.equals(NONE) || this.equals(new Filters(Set.of(), Set.of(), List.of(), List.of(), this.agentId,
					null, null, null, Metadata.NONE));
		}

	}

}
