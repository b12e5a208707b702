package dev.loci.graph;

import java.time.Instant;

/**
 * A space as it was believed at a moment of its clock. Whoever asks again for that moment
 * sees the same.
 *
 * @param space the key under which it keeps what was said
 * @param generation the key under which it kept what it believed then
 */
public record View(String space, String generation, Instant knownAt) {
}
