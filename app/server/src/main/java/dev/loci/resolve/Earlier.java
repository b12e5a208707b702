package dev.loci.resolve;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import dev.loci.graph.Cypher;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.FactId;

/**
 * Where facts were before a decision that is taken back.
 *
 * @param undoing whether one is: then what is no longer believed may come back under its
 * name, even where not all of its statements do
 */
record Earlier(Map<FactId, String> slots, boolean undoing) {

	private static final Cypher FACTS_BEFORE = Cypher.named("resolve/facts_before");

	/** Nothing is taken back. */
	static final Earlier NOTHING = new Earlier(Map.of(), false);

	static final Source NEVER = (tx, facts) -> NOTHING;

	/** Facts before a moment. */
	static Source than(Instant moment, String space) {
		return (tx, facts) -> {
			Map<FactId, String> slots = new HashMap<>();
			tx.list(FACTS_BEFORE, Parameters.with("space", space).and("facts", facts).and("at", moment),
					(row) -> slots.put(FactId.of(row.get("id").asString()), row.get("slot").asString()));
			return new Earlier(slots, true);
		};
	}

	/** Looks facts up. */
	interface Source {

		Earlier of(Transaction tx, Collection<FactId> facts);

	}

}
