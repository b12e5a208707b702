package dev.loci.recall;

import java.util.List;

/**
 * What a question brought back, best first.
 *
 * @param degraded the arms that could not answer
 */
public record Recollection(List<Recalled> items, List<String> degraded) {
}
