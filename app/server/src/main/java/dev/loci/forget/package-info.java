/**
 * Erasing: what is asked to be gone is gone from every index.
 * <p>
 * <b>Why a space is condemned first.</b> It may be too large for one transaction. So it
 * first loses its name, in one write: from then on nobody can read it or write to it, and
 * the name is free for a new memory. Then its parts go, batch by batch, and if that is
 * interrupted, it is taken up again.
 */
@ApplicationModule(allowedDependencies = { "memory", "graph", "resolve" })
@NullMarked
package dev.loci.forget;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
