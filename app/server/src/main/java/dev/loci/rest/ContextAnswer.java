package dev.loci.rest;

import java.time.Instant;
import java.util.List;

import dev.loci.context.EntityContext;
import dev.loci.memory.Entity;
import dev.loci.memory.Fact;
import dev.loci.recall.Neighbours.Edge;

/**
 * What is known of an entity, with the episodes in the words in which they were sent.
 */
record ContextAnswer(Entity entity, List<Fact> profile, List<Fact> facts, List<Fact> changes, List<Edge> relations,
		List<EpisodeAnswer> episodes, String context, int tokens, Instant validAt, Instant knownAt) {

	static ContextAnswer of(EntityContext known) {
		return new ContextAnswer(known.entity(), known.profile(), known.facts(), known.changes(), known.relations(),
				known.episodes().stream().map(EpisodeAnswer::of).toList(), known.context(), known.tokens(),
				known.validAt(), known.knownAt());
	}

}
