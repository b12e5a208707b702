package dev.loci.rest;

import java.time.Instant;
import java.util.List;

import dev.loci.memory.Fact;
import dev.loci.recall.Seen;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list of facts, and the moments from which they were looked at.
 */
record FactsPage(List<Fact> items, @Nullable String next, Instant validAt, Instant knownAt) {

	static FactsPage of(Seen<List<Fact>> seen, int limit) {
		Page<Fact> page = Page.of(seen.what(), limit, (fact) -> fact, (fact) -> fact.id().toString());
		return new FactsPage(page.items(), page.next(), seen.validAt(), seen.knownAt());
	}

}
