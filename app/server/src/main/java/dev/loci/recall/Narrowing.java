package dev.loci.recall;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.loci.graph.Cypher;

/**
 * A query that looks into an index, where most questions are limited to little that the
 * index knows: it heeds only what this one is limited by.
 */
final class Narrowing {

	private final Cypher query;

	private final Map<Set<Limit>, Cypher> heeding = new ConcurrentHashMap<>();

	private Narrowing(Cypher query) {
		this.query = query;
	}

	static Narrowing named(String name) {
		return new Narrowing(Cypher.named(name));
	}

	Cypher of(Asked asked) {
		return this.heeding.computeIfAbsent(asked.limits(), this::heeding);
	}

	private Cypher heeding(Set<Limit> limits) {
		Cypher heeding = this.query;
		for (Limit limit : EnumSet.complementOf(EnumSet.copyOf(limits))) {
			heeding = heeding.unless(limit.name());
		}
		return heeding;
	}

	/** By what a question may be limited, as it is called in queries. */
	enum Limit {

		/** Agents, sessions and kinds. */
		narrowed,
		/** Predicates. */
		predicates,
		/** What was known at an earlier moment. */
		past

	}

}
