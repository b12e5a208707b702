package dev.loci.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.loci.graph.Cypher;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.Statement;
import dev.loci.memory.StatementId;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * Reads slots, each by its key in an index: however much else is known of their subject.
 */
final class SlotReader {

	private static final Cypher SLOTS = Cypher.named("resolve/slots");

	private static final Cypher SLOT_ENDINGS = Cypher.named("resolve/slot_endings");

	private SlotReader() {
	}

	/**
	 * What new statements concern. Where each of them comes after all that was ever said,
	 * what holds last is fetched and nothing else, however much there is.
	 * @return by slot
	 */
	static Map<String, SlotGroup> groups(Transaction tx, String space, Collection<Claimed> news) {
		Map<String, SlotGroup> endings = endings(tx, space, news);
		List<Claimed> others = news.stream().filter((each) -> !endings.containsKey(each.statement().slot())).toList();
		Map<String, SlotGroup> groups = groups(tx, space, Reach.of(others), others);
		groups.putAll(endings);
		return groups;
	}

	private static Map<String, SlotGroup> endings(Transaction tx, String space, Collection<Claimed> news) {
		Map<String, List<Statement>> bySlot = new LinkedHashMap<>();
		news.stream()
			.filter((each) -> !each.paired())
			.map(Claimed::statement)
			.forEach((each) -> bySlot.computeIfAbsent(each.slot(), (any) -> new ArrayList<>()).add(each));
		bySlot.values().removeIf((statements) -> !LastWord.isWithEachOf(statements));
		Map<String, SlotGroup> endings = new LinkedHashMap<>();
		if (!bySlot.isEmpty()) {
			tx.list(SLOT_ENDINGS, Parameters.with("space", space)
				.and("slots", bySlot.values().stream().map((statements) -> follower(statements.getFirst())).toList()),
					(row) -> SlotGroup.ending(row.get("slot").asString(), SlotContent
						.of(row.get("statements").asList(Claimed::of), facts(row.get("facts")), List.of())))
				.forEach((ending) -> endings.put(ending.name(), ending));
		}
		return endings;
	}

	/** The first of them is the earliest in both. */
	private static Parameters follower(Statement statement) {
		return Parameters.with("slot", statement.slot())
			.and("from", Objects.requireNonNull(statement.from()).at())
			.and("observedAt", statement.rank().observedAt());
	}

	/**
	 * What must be resolved together. Of those who are joined with others of these, it is
	 * read what they say without a name: it may end or take back what joins them.
	 * @param joining statements that will join some of them, and are not there yet
	 * @return by slot; those that hang together have the same
	 */
	static Map<String, SlotGroup> groups(Transaction tx, String space, Reach concerned, Collection<Claimed> joining) {
		Reach reach = concerned.with(partners(tx, space, concerned.nameless()));
		Map<String, SlotContent> contents = read(tx, space, reach.slots());
		Set<String> paired = reach.paired();
		Map<String, SlotGroup> groups = new LinkedHashMap<>();
		if (!paired.isEmpty()) {
			Map<String, SlotContent> joined = new LinkedHashMap<>();
			paired.forEach((slot) -> joined.put(slot, Objects.requireNonNull(contents.get(slot))));
			joined.putAll(read(tx, space, Couples.others(statements(joined.values()), paired)));
			Set<String> whole = Set.copyOf(joined.keySet());
			Bonds bonds = new Bonds(whole);
			statements(joined.values()).forEach(bonds::tie);
			joining.forEach(bonds::tie);
			read(tx, space, Couples.others(statements(joined.values()), whole))
				.forEach((slot, content) -> joined.put(slot, content.nameless()));
			bonds.circles().forEach((circle) -> {
				SlotGroup group = SlotGroup.joined(circle, joined, whole, paired);
				circle.forEach((slot) -> groups.put(slot, group));
			});
		}
		contents.forEach((slot, content) -> groups.putIfAbsent(slot, SlotGroup.whole(slot, content)));
		return groups;
	}

	/** The slots of all whom these were ever joined with. */
	private static Set<String> partners(Transaction tx, String space, Set<String> slots) {
		return Couples.others(statements(read(tx, space, slots).values()), slots);
	}

	private static List<Claimed> statements(Collection<SlotContent> contents) {
		return contents.stream().flatMap((content) -> content.statements().values().stream()).toList();
	}

	/** One for each slot; empty ones where there is nothing yet. */
	private static Map<String, SlotContent> read(Transaction tx, String space, Collection<String> slots) {
		Map<String, SlotContent> contents = new LinkedHashMap<>();
		slots.forEach((slot) -> contents.put(slot, SlotContent.empty()));
		if (slots.isEmpty()) {
			return contents;
		}
		tx.list(SLOTS, Parameters.with("space", space).and("slots", slots),
				(row) -> contents.put(row.get("slot").asString(), content(row)));
		return contents;
	}

	private static SlotContent content(Record row) {
		return SlotContent.of(row.get("statements").asList(Claimed::of), facts(row.get("facts")),
				facts(row.get("former")));
	}

	private static List<Held> facts(Value rows) {
		return rows.asList(Held::of).stream().sorted(Held.IN_ORDER).toList();
	}

}
