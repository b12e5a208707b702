package dev.loci.rest;

import org.jspecify.annotations.Nullable;

/**
 * From what a space is rebuilt: from all that was claimed in it.
 */
record RebuildRequest(@Nullable String from) {

	private static final String STATEMENTS = "statements";

	void check() {
		new Flaws().unless(STATEMENTS.equals(this.from), "from", "must be \"statements\"").refuse();
	}

}
