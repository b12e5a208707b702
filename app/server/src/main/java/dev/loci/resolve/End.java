package dev.loci.resolve;

import java.time.Instant;

import dev.loci.memory.Moment;
import dev.loci.memory.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A moment at which a statement says its state, or any, to end.
 *
 * @param retract what took it back first
 */
record End(Statement by, Moment to, @Nullable Statement retract) {

	Instant at() {
		return this.to.at();
	}

	/**
	 * Whether it is taken back for what this statement says. For what was said before it
	 * was taken back, it stays: a state must not come back because it was denied.
	 */
	boolean isVoidFor(Statement statement) {
		return this.retract != null && !statement.isEarlierThan(this.retract);
	}

}
