package dev.loci.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import dev.loci.memory.Episode;
import dev.loci.memory.Metadata;
import dev.loci.memory.Predicate;
import dev.loci.memory.PredicateName;
import dev.loci.recall.AsOf;
import dev.loci.recall.Question;
import dev.loci.recall.Recalled;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A question, and what limits its answer.
 */
record RecallRequest(@Nullable String query, @Nullable Integer limit, @Nullable Set<@Nullable Include> include,
		@Nullable Instant validAt, @Nullable Instant knownAt, @Nullable Boolean history, @Nullable Filters filters,
		@Schema(description = "How many tokens (o200k) the context has at most; without it, there is none") @Nullable Integer tokenBudget,
		@Schema(description = "How much a memory loses that is like one before it (maximal marginal relevance), 0 to 0.9; usually nothing, since evidence is often alike") @Nullable Double diversity,
		@Schema(description = "Whether the cross-encoder that the operator has set up reads the best memories once more; usually not, since it loses evidence") @Nullable Boolean rerank,
		@Nullable Boolean explain, @Nullable String responseId) {

	private static final int LONGEST_RESPONSE_ID = 128;

	private static final int USUAL_LIMIT = 10;

	/** What may be among the items. */
	enum Include {

		facts, episodes, entities

	}

	/**
	 * What an item must be.
	 *
	 * @param kinds of episodes and of facts
	 * @param entities names or ids
	 */
	record Filters(@Nullable List<@Nullable String> kinds, @Nullable List<@Nullable String> predicates,
			@Nullable List<@Nullable String> entities, @Nullable String agentId, @Nullable String sessionId,
			@Nullable Instant from, @Nullable Instant to, @Nullable Map<String, @Nullable Object> metadata) {

		Question.Filters filters() {
			return new Question.Filters(some(Episode.Kind.class), some(Predicate.Kind.class),
					some(this.predicates).stream().map((each) -> new PredicateName(each).value()).toList(),
					some(this.entities), this.agentId, this.sessionId, this.from, this.to,
					(this.metadata != null) ? new Metadata(this.metadata) : Metadata.NONE);
		}

		private <E extends Enum<E>> Set<E> some(Class<E> type) {
			Set<E> kinds = EnumSet.noneOf(type);
			Stream.of(type.getEnumConstants())
				.filter((kind) -> some(this.kinds).contains(kind.name()))
				.forEach(kinds::add);
			return kinds;
		}

		private static List<String> some(@Nullable List<@Nullable String> texts) {
			List<String> some = new ArrayList<>();
			Objects.requireNonNullElse(texts, List.<@Nullable String>of()).forEach((text) -> {
				if (text != null) {
					some.add(text);
				}
			});
			return some;
		}

		void check(Flaws flaws) {
			check(flaws, "filters.kinds", this.kinds);
			check(flaws, "filters.predicates", this.predicates);
			check(flaws, "filters.entities", this.entities);
			List<String> known = Stream
				.concat(Stream.of(Episode.Kind.values()), Stream.<Enum<?>>of(Predicate.Kind.values()))
				.map(Enum::name)
				.toList();
			flaws.unless(known.containsAll(some(this.kinds)), "filters.kinds", "must be among " + known)
				.unless(!"".equals(this.agentId), "filters.agentId", "must not be empty")
				.unless(!"".equals(this.sessionId), "filters.sessionId", "must not be empty")
				.unless(this.from == null || this.to == null || this.from.isBefore(this.to), "filters.to",
						"must be later than filters.from");
		}

		private static void check(Flaws flaws, String field, @Nullable List<@Nullable String> texts) {
			flaws.unless(texts == null || !texts.contains(null), field, "must not hold null")
				.unless(texts == null || texts.size() <= 100, field, "are more than 100");
		}

	}

	/**
	 * @param canRerank whether there is something to do it with
	 */
	Question question(RestSettings limits, boolean canRerank) {
		int wanted = (this.limit != null) ? this.limit : USUAL_LIMIT;
		String text = (this.query != null) ? this.query : "";
		Flaws flaws = new Flaws().unless(!text.isBlank(), "query", "must not be empty")
			.length("query", text, limits.question())
			.range("limit", wanted, 1, limits.limit())
			.unless(this.include == null || !this.include.contains(null), "include", "must not hold null")
			.length("responseId", this.responseId, LONGEST_RESPONSE_ID)
			.unless(!"".equals(this.responseId), "responseId", "must not be empty");
		if (this.tokenBudget != null) {
			flaws.range("tokenBudget", this.tokenBudget, 1, limits.tokenBudget());
		}
		double wantedDiversity = (this.diversity != null) ? this.diversity : 0;
		flaws
			.unless(wantedDiversity >= 0 && wantedDiversity <= Question.Order.MOST_DIVERSITY, "diversity",
					"must be 0 to " + Question.Order.MOST_DIVERSITY)
			.unless(canRerank || !Boolean.TRUE.equals(this.rerank), "rerank",
					"needs a cross-encoder: set loci.cross-encoder.model and loci.cross-encoder.tokenizer");
		if (this.filters != null) {
			this.filters.check(flaws);
		}
		flaws.refuse();
		Question.Filters wishes = (this.filters != null) ? this.filters.filters() : Question.Filters.NONE;
		return new Question(text, wanted, kinds(), wishes, new AsOf(this.validAt, this.knownAt, wishes.agentId()),
				Boolean.TRUE.equals(this.history),
				new Question.Order(wantedDiversity, Boolean.TRUE.equals(this.rerank)),
				Boolean.TRUE.equals(this.explain), this.responseId);
	}

	private Set<Recalled.Kind> kinds() {
		Set<Recalled.Kind> kinds = EnumSet.noneOf(Recalled.Kind.class);
		for (Include each : (this.include != null && !this.include.isEmpty()) ? this.include
				: EnumSet.allOf(Include.class)) {
			kinds.add(switch (each) {
				case facts -> Recalled.Kind.fact;
				case episodes -> Recalled.Kind.episode;
				case entities -> Recalled.Kind.entity;
			});
		}
		return kinds;
	}

}
