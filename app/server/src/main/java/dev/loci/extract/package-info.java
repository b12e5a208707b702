/**
 * What was said to statements: what a text claims, about whom and when, and nothing that
 * it does not say.
 * <p>
 * <b>Why statements and not facts.</b> A reader of a text cannot know what else was said,
 * so it decides nothing: whom a name means, what ends what and what is believed is
 * decided from all statements together, by rules, later.
 */
@ApplicationModule(allowedDependencies = "memory")
@NullMarked
package dev.loci.extract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
