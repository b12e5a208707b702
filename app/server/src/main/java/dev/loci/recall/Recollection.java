package dev.loci.recall;

import java.time.Instant;
import java.util.List;

/**
 * What a question brought back, best first.
 *
 * @param degraded the arms that could not answer
 */
public record Recollection(List<Recalled> items, Instant validAt, Instant knownAt, List<String> degraded) {
}
