package dev.loci.resolve;

import org.jspecify.annotations.Nullable;

/**
 * Who tells something, and who may know it then.
 *
 * @param owner the only one who may know it, '' if everybody may
 * @param agentId who tells it: what it alone has told is known to it
 */
record Teller(String owner, @Nullable String agentId) {

	/** One that knows what everybody may know, and tells it to everybody. */
	static final Teller ANYBODY = new Teller("", null);

	boolean tellsAll() {
		return this.owner.isEmpty();
	}

	boolean knows(Called called) {
		return called.isShared() || called.owner().equals(this.agentId);
	}

}
