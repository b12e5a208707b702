/**
 * The read path: what a question brings back, and the episodes themselves.
 * <p>
 * <b>Why points are added.</b> Each arm finds memories that no other one does, and says
 * how sure it is on a scale of its own. Points make one scale of them: who reads
 * {@code why} can add them up, and a memory that several arms have found goes before one
 * that is the first of one.
 * <p>
 * <b>Why words of time are read here as in what is said.</b> "Last week" in a question
 * must mean what it meant in the message, so the reading is that of {@code extract}.
 * <p>
 * <b>Why what is given is recorded a moment later.</b> Nobody should wait for a write
 * that no answer needs. A recording links to the very versions that were given and copies
 * no text but the question: what is erased is gone from it, too. What comes back sooner
 * than it is written waits for it ({@link dev.loci.graph.Unwritten}).
 */
@ApplicationModule(allowedDependencies = { "memory", "graph", "embed", "extract" })
@NullMarked
package dev.loci.recall;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
