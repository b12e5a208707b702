package dev.loci.recall;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.loci.graph.Parameters;
import dev.loci.memory.EntityId;
import dev.loci.memory.Episode;
import dev.loci.memory.Fact;
import dev.loci.memory.Interval;
import dev.loci.memory.Moments;
import dev.loci.memory.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A question with all that is known of it before the memories are looked at.
 *
 * @param vector what it means; if the embedder is away, any
 * @param meant whether it is what it means
 * @param linked whom it may name, the most certain first
 * @param happened the event by which it names a time, once that is known
 * @param about whom the facts must be about, if the caller limits that
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Asked(Question question, Sight sight, Cues cues, float[] vector, boolean meant, List<Linked.Link> linked,
		@Nullable List<EntityId> about, @Nullable Event happened) {

	private static final int TICK = 1_000;

	/** From so many times as many, different ones are chosen. */
	private static final int CHOICE = 4;

	/** Each of them is read once more, which takes some milliseconds. */
	private static final int MOST_CHOICE = 100;

	/** Whether memories of this kind may answer it. */
	boolean wants(Recalled.Kind kind) {
		Question.Filters filters = this.question.filters();
		return this.question.include().contains(kind) && switch (kind) {
			case fact -> filters.wantsFacts() && (this.about == null || !this.about.isEmpty());
			case episode -> filters.wantsEpisodes();
			case entity -> filters.wantsEntities();
		};
	}

	/**
	 * What facts must be to be considered: they hold at the moment from which they are
	 * looked at, or at some time that the caller names or the question asks about.
	 */
	Parameters facts() {
		Question.Filters filters = this.question.filters();
		if (isStretch()) {
			Interval stretch = new Interval(or(filters.from(), Moments.FIRST), or(filters.to(), Moments.LAST));
			Instant at = this.question.history() ? null : this.question.asOf().validAt();
			return (at != null) ? facts(stretch, at) : facts(stretch);
		}
		Instant now = this.sight.validAt();
		Interval time = this.question.history() ? null : time();
		return (time != null) ? facts(time)
				: factsOf().and("begun", now).and("over", looksBack() ? Moments.FIRST : now);
	}

	/** Those that hold now, which others must not crowd out that did at another time. */
	Optional<Parameters> holdingFacts() {
		Instant now = this.sight.validAt();
		return (!isStretch() && (looksBack() || time() != null))
				? Optional.of(factsOf().and("begun", now).and("over", now)) : Optional.empty();
	}

	/**
	 * What facts must be that lead from one to the other: an index knows no "or", so what
	 * held between the time that is asked about and now is among them.
	 */
	Parameters leadingFacts() {
		Instant now = this.sight.validAt();
		Interval time = (isStretch() || this.question.history()) ? null : time();
		return (time == null) ? facts() : facts(new Interval(time.from().isBefore(now) ? time.from() : now,
				time.to().isAfter(now) ? time.to() : now.plusNanos(TICK)));
	}

	private boolean isStretch() {
		return this.question.filters().from() != null || this.question.filters().to() != null;
	}

	private boolean looksBack() {
		return this.question.history() || event().isPresent();
	}

	/** Whether the caller limits which facts are wanted, whatever leads to them. */
	boolean narrowsFacts() {
		Question.Filters filters = this.question.filters();
		return filters.narrow() || !filters.predicates().isEmpty() || this.about != null;
	}

	/** What the indexes must heed. */
	Set<Narrowing.Limit> limits() {
		Question.Filters filters = this.question.filters();
		Set<Narrowing.Limit> limits = EnumSet.noneOf(Narrowing.Limit.class);
		if (filters.narrow()) {
			limits.add(Narrowing.Limit.narrowed);
		}
		if (!filters.predicates().isEmpty()) {
			limits.add(Narrowing.Limit.predicates);
		}
		if (this.question.asOf().knownAt() != null) {
			limits.add(Narrowing.Limit.past);
		}
		return limits;
	}

	/** The event by which it names a time, if no time is told otherwise. */
	Optional<AskedEvent> event() {
		return (isTimeTold() || this.cues.time().isPresent() || this.linked.isEmpty()) ? Optional.empty()
				: this.cues.event();
	}

	/** The same, now that it is known when that was. */
	Asked of(Event event) {
		return new Asked(this.question, this.sight, this.cues, this.vector, this.meant, this.linked, this.about, event);
	}

	/** The same without what limits the memories. */
	Asked unlimited() {
		Question all = new Question(this.question.query(), this.question.limit(), this.question.include(),
				Question.Filters.NONE, this.question.asOf(), true, Question.Order.USUAL, false, null);
		return new Asked(all, this.sight, this.cues, this.vector, this.meant, this.linked, null, this.happened);
	}

	/**
	 * Whether a fact holds when it must: now, or at some time that the question asks
	 * about.
	 */
	boolean wants(Recalled memory) {
		boolean any = this.question.history() || memory.kind() != Recalled.Kind.fact
				|| memory.status() == Fact.Status.CURRENT;
		return any || (time() != null ? isOfItsTime(memory) : event().isEmpty());
	}

	/**
	 * Whether somebody is led to it in that way: by what holds now, or at some time that
	 * the question asks about.
	 */
	boolean wants(@Nullable Interval way) {
		Interval time = time();
		return way == null || this.question.history() || way.contains(this.sight.validAt())
				|| (time != null && way.from().isBefore(time.to()) && way.to().isAfter(time.from()));
	}

	/** Whether a memory is of the time that the question asks about. */
	boolean isOfItsTime(Recalled memory) {
		Interval time = time();
		return time != null
				&& ((memory.occurredAt() != null) ? time.contains(memory.occurredAt()) : overlaps(memory, time));
	}

	private static boolean overlaps(Recalled fact, Interval time) {
		return (fact.validFrom() == null || fact.validFrom().isBefore(time.to()))
				&& (fact.validTo() == null || fact.validTo().isAfter(time.from()));
	}

	/** The same, at any time of this stretch. */
	Parameters facts(Interval time) {
		return factsOf().and("begun", time.to().minusNanos(TICK)).and("over", time.from());
	}

	/** The same, if they hold at a moment, too. */
	private Parameters facts(Interval stretch, Instant at) {
		Instant last = stretch.to().minusNanos(TICK);
		return factsOf().and("begun", at.isBefore(last) ? at : last)
			.and("over", at.isAfter(stretch.from()) ? at : stretch.from());
	}

	private Parameters factsOf() {
		Question.Filters filters = this.question.filters();
		Set<Predicate.Kind> kinds = filters.factKinds().isEmpty() ? EnumSet.allOf(Predicate.Kind.class)
				: filters.factKinds();
		return named(this.sight.parameters()).and("home", this.sight.view().space())
			.and("vector", this.vector)
			.and("kinds", kinds)
			.and("predicates", filters.predicates().isEmpty() ? null : filters.predicates())
			.and("entities", this.about)
			.and("timed", false)
			.and("leeway", Leeway.among(this.sight.view().facts()))
			.and("tags", filters.metadata().tags());
	}

	/** What passages must be to be considered. */
	Parameters passages() {
		Question.Filters filters = this.question.filters();
		return passages(new Interval(or(filters.from(), Moments.FIRST), or(filters.to(), Moments.LAST)));
	}

	/** The same, said in this stretch of time. */
	Parameters passages(Interval time) {
		Question.Filters filters = this.question.filters();
		Set<Episode.Kind> kinds = filters.episodeKinds().isEmpty() ? EnumSet.allOf(Episode.Kind.class)
				: filters.episodeKinds();
		return named(Parameters.with("space", this.sight.view().space())).and("vector", this.vector)
			.and("kinds", kinds)
			.and("from", time.from())
			.and("to", time.to())
			.and("knownAt", this.sight.knownAt())
			.and("tags", filters.metadata().tags());
	}

	private Parameters named(Parameters parameters) {
		Question.Filters filters = this.question.filters();
		return parameters.and("sessionFrom", Search.first(filters.sessionId()))
			.and("sessionTo", Search.last(filters.sessionId()))
			.and("agentFrom", Search.first(filters.agentId()))
			.and("agentTo", Search.last(filters.agentId()));
	}

	/**
	 * The time that the question itself asks about. What the caller says of time goes
	 * before it.
	 */
	@Nullable Interval time() {
		return isTimeTold() ? null : this.cues.time().orElse((this.happened != null) ? this.happened.time() : null);
	}

	private boolean isTimeTold() {
		Question.Filters filters = this.question.filters();
		return filters.from() != null || filters.to() != null || this.question.asOf().validAt() != null;
	}

	/** Whether what is like something before it shall go behind. */
	boolean wantsDiversity() {
		return this.meant && this.question.order().diversity() > 0;
	}

	/** How many memories the arms shall agree upon. */
	int places() {
		return (wantsDiversity() || this.question.order().rerank())
				? Math.max(limit(), Math.min(CHOICE * limit(), MOST_CHOICE)) : limit();
	}

	int limit() {
		return this.question.limit();
	}

	List<EntityId> linkedIds() {
		return this.linked.stream().map(Linked.Link::id).toList();
	}

	private static <T> T or(@Nullable T value, T otherwise) {
		return (value != null) ? value : otherwise;
	}

}
