package dev.loci.resolve;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import dev.loci.graph.Cypher;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.Ontology;
import dev.loci.memory.Predicate;

import org.springframework.stereotype.Component;

/**
 * Which predicates have a type of relationship of their own. A database never gives one
 * back, so what callers bring in their ontologies gets only so many; the rest is shown as
 * {@code RELATED_TO} with its name beside it.
 */
@Component
class EdgeTypes {

	private static final Cypher KNOWN = Cypher.named("resolve/known_relationship_types");

	private static final Cypher RESERVE = Cypher.named("resolve/reserve_relationship_types");

	/** Beside those of the standard ontology. */
	private static final int MOST = 500;

	private static final String OTHER = Ontology.RELATED_TO.name().value();

	/**
	 * By which the graph itself is made: a predicate of such a name would be taken for
	 * that.
	 */
	static final Set<String> OF_THE_GRAPH = Set.of("ABOUT", "CARRIED", "DROPS", "ENDS", "FOLLOWS", "FOUND", "GAVE",
			"HAS_GENERATION", "IN", "INGESTS", "LAST", "MERGED_INTO", "NAMES", "NEXT", "OBJECT", "OF", "READ_WITH",
			"REVISES", "SAID_IN", "SUBJECT", "SUPERSEDED_BY", "SUPPORTS", "WAS_MERGED_INTO");

	/** What is committed: what a transaction reserves may be rolled back with it. */
	private final Set<String> known = ConcurrentHashMap.newKeySet();

	EdgeTypes() {
		this.known.add(OTHER);
		Ontologies.standard()
			.predicates()
			.stream()
			.map(Predicate::name)
			.forEach((name) -> this.known.add(name.value()));
	}

	/**
	 * Makes room for predicates, as far as there is any.
	 * @return the type of relationship that shows each of them
	 */
	UnaryOperator<String> reserve(Transaction tx, Collection<String> predicates) {
		List<String> unknown = unknown(predicates);
		if (unknown.isEmpty()) {
			return (predicate) -> this.known.contains(predicate) ? predicate : OTHER;
		}
		this.known.addAll(named(tx, KNOWN, Parameters.with("names", unknown)));
		List<String> reserved = named(tx, RESERVE, Parameters.with("names", unknown(predicates)).and("most", MOST));
		return (predicate) -> this.known.contains(predicate) || reserved.contains(predicate) ? predicate : OTHER;
	}

	private List<String> unknown(Collection<String> predicates) {
		return predicates.stream()
			.filter((name) -> !this.known.contains(name) && !OF_THE_GRAPH.contains(name))
			.distinct()
			.toList();
	}

	private static List<String> named(Transaction tx, Cypher query, Parameters names) {
		return tx.list(query, names, (row) -> row.get("name").asString());
	}

}
