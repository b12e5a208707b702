/**
 * The HTTP door: requests into nouns, nouns and problems into answers.
 * <p>
 * <b>Why no annotations validate.</b> Limits are properties, and a request with three
 * mistakes should hear of all three; so the request records check themselves and collect
 * what they find.
 */
@ApplicationModule(
		allowedDependencies = { "memory", "access", "extract", "ingest", "resolve", "recall", "context", "forget" })
@NullMarked
package dev.loci.rest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
