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
 * @param relations what it is connected with, near and far, in either direction
 * @param episodes in which it was said, the latest first
 * @param context all of it as a text
 */
public record EntityContext(Entity entity, List<Fact> profile, List<Fact> facts, List<Edge> relations,
		List<Episode> episodes, String context, Instant validAt, Instant knownAt) {
}
