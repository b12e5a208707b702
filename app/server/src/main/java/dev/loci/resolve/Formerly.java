package dev.loci.resolve;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.loci.graph.Cypher;
import dev.loci.graph.OpenSpace;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.EntityId;
import dev.loci.resolve.Claimed.Meant;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * Whom statements had meant before they were taken for those of an entity that was split
 * off. That may be one that was merged into the other: when the split is taken back, they
 * mean it again, and go with it when the merge is taken back, too. What was put right
 * meanwhile goes with them, if all had meant one.
 *
 * @param splits by the entity that was split off
 */
record Formerly(Map<EntityId, Split> splits) {

	private static final Cypher SPLITS_UNDONE = Cypher.named("resolve/splits_undone");

	/**
	 * A split that was taken back.
	 *
	 * @param statements whom each of them had meant, by its id
	 * @param only whom all of them had meant at the end that means somebody else now, if
	 * that was one
	 */
	private record Split(Map<String, Ends> statements, @Nullable EntityId only) {

		static Split of(Map<String, Ends> statements) {
			Set<String> all = statements.values()
				.stream()
				.flatMap((ends) -> Stream.of(ends.subject(), ends.object()))
				.filter((id) -> !id.isEmpty())
				.collect(Collectors.toSet());
			return new Split(statements, (all.size() == 1) ? EntityId.of(all.iterator().next()) : null);
		}

		/** Whom a statement had meant that means now who was split off. */
		@Nullable EntityId former(Claimed claimed, Function<Ends, String> end) {
			Ends ends = this.statements.get(claimed.id().toString());
			if (ends != null) {
				return end.apply(ends).isEmpty() ? null : EntityId.of(end.apply(ends));
			}
			return claimed.statement().isCorrection() ? this.only : null;
		}

	}

	/** What a split has changed of a statement: nothing at an end that is empty. */
	record Ends(String subject, String object) {

		static Ends of(Meant before, Meant after) {
			return new Ends(former(before.subject(), after.subject()), former(before.object(), after.object()));
		}

		private static String former(@Nullable EntityId before, @Nullable EntityId after) {
			return (before == null || before.equals(after)) ? "" : before.toString();
		}

	}

	/** By all splits of the space that have been taken back. */
	static Formerly of(Transaction tx, OpenSpace space) {
		Map<EntityId, Split> splits = new HashMap<>();
		tx.list(SPLITS_UNDONE, Parameters.with("space", space.generation()),
				(row) -> splits.put(EntityId.of(row.get("gone").asString()), Split.of(ends(row))));
		return new Formerly(splits);
	}

	private static Map<String, Ends> ends(Record row) {
		List<String> statements = row.get("statements").asList(Value::asString);
		List<String> subjects = row.get("subjects").asList(Value::asString);
		List<String> objects = row.get("objects").asList(Value::asString);
		Map<String, Ends> ends = new HashMap<>();
		for (int i = 0; i < statements.size(); i++) {
			ends.put(statements.get(i), new Ends(subjects.get(i), objects.get(i)));
		}
		return ends;
	}

	/** Whom they mean again; what was erased since stays what it was merged into. */
	Map<Claimed, Meant> meant(Transaction tx, OpenSpace space, Collection<Claimed> statements) {
		Map<Claimed, Meant> meant = new LinkedHashMap<>();
		statements.forEach((each) -> meant.put(each, meant(each)));
		Set<EntityId> there = Placing
			.tops(tx, space.generation(),
					meant.values()
						.stream()
						.flatMap((each) -> Stream.of(each.subject(), each.object()))
						.filter(Objects::nonNull)
						.collect(Collectors.toSet()))
			.keySet();
		meant.replaceAll((each,
				whom) -> there.contains(whom.subject()) && (whom.object() == null || there.contains(whom.object()))
						? whom : each.meant());
		return meant;
	}

	private Meant meant(Claimed claimed) {
		EntityId object = claimed.meant().object();
		return new Meant(former(claimed.meant().subject(), claimed, Ends::subject),
				(object != null) ? former(object, claimed, Ends::object) : null);
	}

	private EntityId former(EntityId meant, Claimed claimed, Function<Ends, String> end) {
		Split split = this.splits.get(meant);
		EntityId former = (split != null) ? split.former(claimed, end) : null;
		return (former != null) ? former(former, claimed, end) : meant;
	}

}
