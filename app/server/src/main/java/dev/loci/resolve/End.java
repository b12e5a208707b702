package dev.loci.resolve;

import java.time.Instant;

import dev.loci.memory.Moment;
import dev.loci.memory.Statement;

/**
 * A moment at which a statement says its state, or any, to end.
 */
record End(Statement by, Moment to) {

	Instant at() {
		return this.to.at();
	}

}
