package dev.loci.recall;

import dev.loci.graph.Cypher;

/**
 * A query that looks into an index, where most questions are limited to nothing that the
 * index knows.
 *
 * @param limited heeds agents, sessions and kinds
 */
record Narrowing(Cypher limited, Cypher wide) {

	static Narrowing named(String name) {
		Cypher query = Cypher.named(name);
		return new Narrowing(query, query.wide());
	}

	Cypher of(Asked asked) {
		return asked.question().filters().narrow() ? this.limited : this.wide;
	}

}
