package dev.loci.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.loci.graph.Cypher;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.StatementId;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * Reads slots, each by its key in an index: however much else is known of their subject.
 */
final class SlotReader {

	/** The name of all that hangs together. */
	static final String PAIRED = "paired";

	private static final Cypher SLOTS = Cypher.named("resolve/slots");

	private SlotReader() {
	}

	/**
	 * What must be resolved together.
	 * @param paired those of the slots that hang together with others
	 * @return by slot; all that are paired have the same
	 */
	static Map<String, SlotGroup> groups(Transaction tx, String space, Collection<String> slots, Set<String> paired) {
		Map<String, SlotContent> contents = read(tx, space, slots);
		Map<String, SlotGroup> groups = new LinkedHashMap<>();
		if (!paired.isEmpty()) {
			List<SlotContent> joined = new ArrayList<>(paired.stream().map(contents::get).toList());
			Set<String> others = Couples
				.others(joined.stream().flatMap((content) -> content.statements().values().stream()).toList(), paired);
			Set<String> all = new HashSet<>(paired);
			all.addAll(others);
			joined.addAll(read(tx, space, others).values());
			SlotGroup group = SlotGroup.joined(PAIRED, joined, new Couples(all, paired));
			paired.forEach((slot) -> groups.put(slot, group));
		}
		contents.forEach((slot, content) -> groups.putIfAbsent(slot, new SlotGroup(slot, content, null)));
		return groups;
	}

	/** The slots of all whom these were ever joined with. */
	static Set<String> partners(Transaction tx, String space, Set<String> slots) {
		return Couples.others(read(tx, space, slots).values()
			.stream()
			.flatMap((content) -> content.statements().values().stream())
			.toList(), slots);
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
