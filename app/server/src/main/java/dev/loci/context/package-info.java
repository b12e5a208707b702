/**
 * Memories as a block of text that an agent can read.
 * <p>
 * <b>Why ids stand in the text.</b> An agent that cites what it used can be asked for its
 * reasons later, and one that finds a mistake can name it.
 */
@ApplicationModule(allowedDependencies = { "memory", "recall" })
@NullMarked
package dev.loci.context;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
