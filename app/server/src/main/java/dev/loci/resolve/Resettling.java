package dev.loci.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.loci.graph.Cypher;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.FactId;
import dev.loci.memory.StatementId;

import org.springframework.stereotype.Component;

/**
 * Brings the facts of slots into a new generation: all of their past as it was, and on
 * top of it what their statements say there. It may be done again for the same slots.
 */
@Component
class Resettling {

	private static final Cypher SLOTS_AFTER = Cypher.named("resolve/slots_after");

	private static final Cypher PAIRED_SLOTS = Cypher.named("resolve/paired_slots");

	private static final Cypher FACTS_SUPPORTED = Cypher.named("resolve/facts_supported");

	private static final Cypher WIPE_FACTS = Cypher.named("resolve/wipe_facts");

	private static final Cypher COPY_FACTS = Cypher.named("resolve/copy_facts");

	private static final Cypher COPY_FACT_RELATIONS = Cypher.named("resolve/copy_fact_relations");

	private static final int AT_ONCE = 500;

	private final Relocation relocation;

	Resettling(Relocation relocation) {
		this.relocation = relocation;
	}

	/** The slots behind this one, in order. */
	List<String> slots(Transaction tx, Site site, String after) {
		return tx.list(SLOTS_AFTER, Parameters.with("space", site.to()).and("after", after).and("limit", AT_ONCE),
				(row) -> row.get("slot").asString());
	}

	/** The slots that hang together. */
	Set<String> paired(Transaction tx, Site site) {
		return new HashSet<>(
				tx.list(PAIRED_SLOTS, Parameters.with("space", site.to()), (row) -> row.get("slot").asString()));
	}

	/**
	 * Resettles slots whose statements are there already; of those that hang together
	 * all, if any.
	 */
	void resettle(Transaction tx, Site site, Collection<String> slots) {
		Set<String> paired = paired(tx, site);
		settle(tx, site, slots.stream().filter((slot) -> !paired.contains(slot)).toList(), Set.of());
		if (!Collections.disjoint(slots, paired)) {
			settle(tx, site, paired, paired);
		}
	}

	/**
	 * Settles slots.
	 * @param paired those of them that hang together
	 */
	void settle(Transaction tx, Site site, Collection<String> slots, Set<String> paired) {
		if (slots.isEmpty()) {
			return;
		}
		Map<String, SlotGroup> bySlot = SlotReader.groups(tx, site.to(),
				new Reach(new LinkedHashSet<>(slots), paired, Set.of()), List.of());
		Map<String, SlotGroup> groups = SlotGroup.byName(bySlot.values());
		Map<String, Map<StatementId, Claimed>> statements = new LinkedHashMap<>();
		groups.forEach((name, group) -> statements.put(name, group.content().statements()));
		SlotContent content = content(tx, site, statements.values());
		Set<FactId> facts = Relocation.ids(List.of(content));
		Parameters copied = Parameters.with("space", site.from()).and("to", site.to()).and("facts", facts);
		tx.run(WIPE_FACTS, Parameters.with("space", site.to()).and("facts", facts).and("slots", slots));
		tx.run(COPY_FACTS, copied);
		tx.run(COPY_FACT_RELATIONS, copied);
		this.relocation.settle(tx, site.scope().tenant(), site.target(), bySlot, List.of(content), statements,
				Earlier.NOTHING, site.cause());
	}

	/** A fact goes with the first of the statements that support it. */
	private static SlotContent content(Transaction tx, Site site, Collection<Map<StatementId, Claimed>> statements) {
		Map<StatementId, Claimed> all = new LinkedHashMap<>();
		statements.forEach(all::putAll);
		List<Held> believed = new ArrayList<>();
		List<Held> former = new ArrayList<>();
		tx.list(FACTS_SUPPORTED,
				Parameters.with("space", site.from()).and("to", site.to()).and("statements", all.keySet()), (row) -> {
					boolean here = !row.get("oldest").isNull()
							&& all.containsKey(StatementId.of(row.get("oldest").asString()));
					return here && (row.get("believed").asBoolean() ? believed : former).add(Held.of(row.get("fact")));
				});
		believed.sort(Held.IN_ORDER);
		former.sort(Held.IN_ORDER);
		return new SlotContent(all, believed, former);
	}

}
