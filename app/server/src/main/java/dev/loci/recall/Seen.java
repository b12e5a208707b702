package dev.loci.recall;

import java.time.Instant;

/**
 * Something as it looks from two moments: those that an answer has used.
 */
public record Seen<T>(T what, Instant validAt, Instant knownAt) {
}
