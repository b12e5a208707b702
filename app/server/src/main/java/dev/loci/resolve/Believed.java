package dev.loci.resolve;

import dev.loci.memory.FactId;

/**
 * A run under the name by which it is known: one version of a fact.
 */
public record Believed(FactId id, Run run) {
}
