/**
 * The nouns of a memory: scopes, episodes, statements, names, the ontology, jobs, their
 * ids, and what can go wrong with them.
 * <p>
 * <b>Why values only.</b> Every other package speaks in these types, so they know none of
 * them: no database, no JSON, no Spring. What must always be true of a noun is checked in
 * its constructor, once, whoever makes it.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.loci.memory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
