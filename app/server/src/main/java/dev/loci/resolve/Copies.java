package dev.loci.resolve;

import java.util.Collection;
import java.util.List;

import dev.loci.graph.Cypher;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;

/**
 * Copies into a new generation what does not depend on the ontology: who there is, and
 * what was decided on that.
 *
 * @param from the generation that is believed
 * @param to the new one
 */
record Copies(String from, String to) {

	private static final Cypher ENTITY_IDS = Cypher.named("resolve/entity_ids");

	private static final Cypher ENTITIES = Cypher.named("resolve/copy_entities");

	private static final Cypher MERGES = Cypher.named("resolve/copy_merges");

	private static final Cypher DECISIONS = Cypher.named("resolve/copy_decisions");

	private static final Cypher SUGGESTIONS = Cypher.named("resolve/copy_suggestions");

	private static final int AT_ONCE = 1_000;

	/**
	 * The next entities with their names.
	 * @return their ids, in order
	 */
	List<String> entitiesAfter(Transaction tx, String id) {
		List<String> ids = tx.list(ENTITY_IDS,
				Parameters.with("space", this.from).and("after", id).and("limit", AT_ONCE),
				(row) -> row.get("id").asString());
		entities(tx, ids);
		return ids;
	}

	/** These with their names, or what is new of them. */
	void entities(Transaction tx, Collection<?> ids) {
		tx.run(ENTITIES, parameters().and("entities", ids));
	}

	/** Once all entities are there. */
	void merges(Transaction tx, Collection<?> ids) {
		tx.run(MERGES, parameters().and("entities", ids));
	}

	/** Once all else is there. */
	void decisions(Transaction tx) {
		tx.run(DECISIONS, parameters());
		List<String> pairs;
		String after = "";
		do {
			pairs = tx.list(SUGGESTIONS, parameters().and("after", after).and("limit", AT_ONCE),
					(row) -> row.get("pair").asString());
			after = pairs.isEmpty() ? after : pairs.getLast();
		}
		while (pairs.size() == AT_ONCE);
	}

	private Parameters parameters() {
		return Parameters.with("space", this.from).and("to", this.to);
	}

}
