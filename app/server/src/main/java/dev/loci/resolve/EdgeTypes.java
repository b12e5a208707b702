package dev.loci.resolve;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

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

	private static final Cypher TYPES = Cypher.named("resolve/relationship_types");

	/** Beside those of the standard ontology. */
	private static final int MOST = 500;

	private static final String OTHER = Ontology.RELATED_TO.name().value();

	private final Set<String> known = ConcurrentHashMap.newKeySet();

	EdgeTypes() {
		this.known.add(OTHER);
		Ontologies.standard()
			.predicates()
			.stream()
			.map(Predicate::name)
			.forEach((name) -> this.known.add(name.value()));
	}

	/** Makes room for these, as far as there is any. */
	void reserve(Transaction tx, Collection<String> names) {
		List<String> unknown = names.stream().filter((name) -> !this.known.contains(name)).distinct().toList();
		if (!unknown.isEmpty()) {
			this.known.addAll(tx
				.list(TYPES, Parameters.with("names", unknown).and("most", MOST), (row) -> row.get("name").asString())
				.stream()
				.collect(Collectors.toSet()));
		}
	}

	/** The type of relationship that shows a predicate. */
	String of(String predicate) {
		return this.known.contains(predicate) ? predicate : OTHER;
	}

}
