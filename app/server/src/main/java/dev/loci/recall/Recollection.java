package dev.loci.recall;

import java.time.Instant;
import java.util.List;

import dev.loci.memory.RecallId;

/**
 * What a question brought back, best first.
 *
 * @param recallId under which it can be looked up later
 * @param degraded the arms that could not answer
 */
public record Recollection(RecallId recallId, List<Recalled> items, Instant validAt, Instant knownAt,
		List<String> degraded) {
}
