/**
 * The read path: what a question brings back, and the episodes themselves.
 * <p>
 * <b>Why ranks are fused and not scores.</b> The score of a vector and that of words have
 * nothing in common but their order; a memory that is high in either list, or fairly high
 * in both, is wanted.
 * <p>
 * <b>Why what is given is recorded a moment later.</b> Nobody should wait for a write
 * that no answer needs. A recording links to the very versions that were given and copies
 * no text but the question: what is erased is gone from it, too.
 */
@ApplicationModule(allowedDependencies = { "memory", "graph", "embed", "extract" })
@NullMarked
package dev.loci.recall;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
