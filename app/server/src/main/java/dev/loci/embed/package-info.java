/**
 * Text to vectors, in this process.
 * <p>
 * <b>Why two ways in.</b> The model was trained to find passages with questions that say
 * that they are questions; so a question and a passage of the same words get different
 * vectors.
 */
@ApplicationModule(allowedDependencies = "memory")
@NullMarked
package dev.loci.embed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
