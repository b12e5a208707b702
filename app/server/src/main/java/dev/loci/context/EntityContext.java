package dev.loci.context;

import java.time.Instant;
import java.util.List;

import dev.loci.memory.Entity;
import dev.loci.memory.Episode;
import dev.loci.memory.Fact;
import dev.loci.recall.Neighbours.Edge;

/**
 * What is known of an entity.
 *
 * @param profile who or what it is
 * @param facts what else holds of it
 * @param changes what has begun or ended lately, or is no longer believed
 * @param relations what it is connected with, near and far, in either direction
 * @param episodes in which it was said, the latest first
 * @param context as much of it as the budget allows, as a text
 * @param tokens of the text
 */
public record EntityContext(Entity entity, List<Fact> profile, List<Fact> facts, List<Fact> changes,
		List<Edge> relations, List<Episode> episodes, String context, int tokens, Instant validAt, Instant knownAt) {
}
