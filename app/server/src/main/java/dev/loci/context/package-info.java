/**
 * Memories as a block of text that an agent can read, and the core memory that stands
 * first in it.
 * <p>
 * <b>Why ids stand in the text.</b> An agent that cites what it used can be asked for its
 * reasons later, and one that finds a mistake can name it.
 * <p>
 * <b>Why core memory belongs to the space.</b> An agent writes it itself, so nothing of
 * it is derived: a rebuild, which makes a new generation of what is believed, leaves it
 * alone.
 */
@ApplicationModule(allowedDependencies = { "memory", "graph", "recall" })
@NullMarked
package dev.loci.context;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
