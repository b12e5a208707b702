package dev.loci.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.loci.memory.Change;
import dev.loci.memory.FactId;
import dev.loci.memory.Outcome;
import dev.loci.memory.Statement;
import dev.loci.memory.StatementId;
import org.jspecify.annotations.Nullable;

/**
 * What new statements do to one slot.
 *
 * @param beliefs what is believed afterwards
 * @param revisions what must be written so that it is
 * @param results one for each new statement, as if they had come one by one
 * @param contested statements that change nothing because others are known
 */
public record Resolution(Beliefs beliefs, List<Revision> revisions, List<Result> results, List<StatementId> contested) {

	/**
	 * Resolves a slot. Without new statements it brings what is believed up to date:
	 * after an erasure, a merge of entities, or in a rebuild.
	 * @param known the statements that are already there
	 * @param news new ones, in the order of the request; one that is known changes
	 * nothing
	 * @param ids makes the id of a new fact; each must be greater than all before it
	 */
	public static Resolution of(Collection<Statement> known, Beliefs beliefs, List<Statement> news,
			Supplier<FactId> ids) {
		return of(known, beliefs, news, ids, Timeline::of, (one, other) -> true, new LastWord(known));
	}

	/**
	 * Resolves what has more than the statements of one slot to be computed from, a
	 * {@link Pair} for one.
	 * @param timelines what statements come to; a function of their set and nothing else
	 * @param together whether two runs have a slot in common
	 */
	public static Resolution of(Collection<Statement> known, Beliefs beliefs, List<Statement> news,
			Supplier<FactId> ids, Function<Collection<Statement>, Timeline> timelines, BiPredicate<Run, Run> together) {
		return of(known, beliefs, news, ids, timelines, together, null);
	}

	/**
	 * Resolves a slot of which only the end matters: what is believed there is what its
	 * statements come to.
	 * @param last what holds last there, if it goes on
	 * @param news each of them comes after all others
	 */
	static Resolution following(Beliefs last, List<Statement> news, Supplier<FactId> ids) {
		Beliefs now = last;
		List<Result> results = new ArrayList<>();
		for (Statement statement : news) {
			Beliefs before = now;
			now = LastWord.applyTo(before, statement, ids);
			results.add(result(statement, before, now, (one, other) -> true));
		}
		return new Resolution(now, last.revisionsTo(now), results, List.of());
	}

	private static Resolution of(Collection<Statement> known, Beliefs beliefs, List<Statement> news,
			Supplier<FactId> ids, Function<Collection<Statement>, Timeline> timelines, BiPredicate<Run, Run> together,
			@Nullable LastWord lastWord) {
		Map<StatementId, Statement> all = new LinkedHashMap<>();
		known.forEach((statement) -> all.put(statement.id(), statement));
		Timeline timeline = timelines.apply(all.values());
		Beliefs now = believe(beliefs, timeline, all, ids);
		List<Result> results = new ArrayList<>();
		for (Statement statement : news) {
			Beliefs before = now;
			if (all.putIfAbsent(statement.id(), statement) == null) {
				if (lastWord != null && lastWord.isFollowedBy(statement, before)) {
					now = LastWord.applyTo(before, statement, ids);
				}
				else {
					timeline = timelines.apply(all.values());
					now = believe(before, timeline, all, ids);
				}
				if (lastWord != null) {
					lastWord.add(statement);
				}
			}
			results.add(result(statement, before, now, together));
		}
		return new Resolution(now, beliefs.revisionsTo(now), results, timeline.contested());
	}

	private static Result result(Statement statement, Beliefs before, Beliefs now, BiPredicate<Run, Run> together) {
		List<Revision> revisions = before.revisionsTo(now);
		List<Change> changed = revisions.stream().map(Revision::change).filter(Objects::nonNull).toList();
		return new Result(statement.id(), Verdict.on(statement, revisions, now, together), changed,
				revisions.stream().map(Revision::fact).toList());
	}

	/** The same with more statements, of which nothing is believed. */
	Resolution silent(List<StatementId> statements, String reason) {
		List<Result> all = new ArrayList<>(this.results);
		statements.forEach((id) -> all.add(new Result(id, new Outcome.Outranked(reason), List.of(), List.of())));
		return new Resolution(this.beliefs, this.revisions, all, this.contested);
	}

	/** The same, with another name for a fact that is new. */
	Resolution renamed(FactId fresh, FactId name) {
		List<Believed> facts = this.beliefs.facts()
			.stream()
			.map((fact) -> fact.id().equals(fresh) ? new Believed(name, fact.run()) : fact)
			.toList();
		List<Believed> former = this.beliefs.former().stream().filter((fact) -> !fact.id().equals(name)).toList();
		return new Resolution(new Beliefs(facts, former), this.revisions,
				this.results.stream().map((result) -> result.renamed(fresh, name)).toList(), this.contested);
	}

	private static Beliefs believe(Beliefs before, Timeline timeline, Map<StatementId, Statement> statements,
			Supplier<FactId> ids) {
		if (before.facts().stream().map(Believed::run).toList().equals(timeline.runs())) {
			return before;
		}
		return new Matching(statements).apply(before, timeline.runs(), ids);
	}

}
