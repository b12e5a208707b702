package dev.loci.recall;

import dev.loci.graph.Cypher;

/**
 * A query that looks into an index, where most questions are limited to nothing that the
 * index knows.
 *
 * @param limited heeds agents, sessions and kinds
 * @param chosen heeds predicates
 * @param both heeds all of them
 */
record Narrowing(Cypher both, Cypher limited, Cypher chosen, Cypher wide) {

	private static final String NARROWED = "narrowed";

	private static final String PREDICATES = "predicates";

	static Narrowing named(String name) {
		Cypher query = Cypher.named(name);
		Cypher limited = query.unless(PREDICATES);
		return new Narrowing(query, limited, query.unless(NARROWED), limited.unless(NARROWED));
	}

	Cypher of(Asked asked) {
		Question.Filters filters = asked.question().filters();
		if (filters.predicates().isEmpty()) {
			return filters.narrow() ? this.limited : this.wide;
		}
		return filters.narrow() ? this.both : this.chosen;
	}

}
