package dev.loci.rest;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.loci.memory.Fact;
import dev.loci.recall.Seen;

/**
 * A fact, and as of which two moments it is shown.
 */
record FactAnswer(@JsonUnwrapped Fact fact, Instant validAt, Instant knownAt) {

	static FactAnswer of(Seen<Fact> seen) {
		return new FactAnswer(seen.what(), seen.validAt(), seen.knownAt());
	}

}
