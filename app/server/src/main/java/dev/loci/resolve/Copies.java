package dev.loci.resolve;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import dev.loci.graph.Cypher;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.Named;

/**
 * Copies into a new generation what does not depend on the ontology: who there is, and
 * what was decided on that.
 *
 * @param from the generation that is believed
 * @param to the new one
 */
record Copies(String from, String to) {

	private static final Cypher ENTITY_IDS = Cypher.named("resolve/entity_ids");

	private static final Cypher NEWCOMERS = Cypher.named("resolve/newcomers");

	private static final Cypher NAMESAKES = Cypher.named("resolve/namesakes");

	private static final Cypher UNMENTIONED = Cypher.named("resolve/entities_unmentioned");

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

	/** Those who may be meant, as far as they came into being since all were copied. */
	void newcomers(Transaction tx, Collection<Named> named) {
		List<String> ids = tx.list(NEWCOMERS,
				parameters().and("keys", named.stream().flatMap((each) -> Population.key(each).stream()).toList())
					.and("externalIds",
							named.stream().map(Named::externalId).filter(Objects::nonNull).distinct().toList()),
				(row) -> row.get("id").asString());
		if (!ids.isEmpty()) {
			entities(tx, ids);
		}
	}

	/**
	 * Whether the new generation has made somebody new of whom there is here, too: two of
	 * whom nobody knows whether they are one.
	 */
	boolean haveNamesakes(Transaction tx, Collection<?> ids) {
		return tx.first(NAMESAKES, parameters().and("entities", ids), Function.identity()).isPresent();
	}

	/**
	 * Takes those out again whom only former readings have mentioned.
	 * @return ids of some that were looked at, in order
	 */
	List<String> unmentionedAfter(Transaction tx, String id) {
		return tx.list(UNMENTIONED, parameters().and("after", id).and("limit", AT_ONCE),
				(row) -> row.get("id").asString());
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
