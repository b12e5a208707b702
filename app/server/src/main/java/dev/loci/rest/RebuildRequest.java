package dev.loci.rest;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * From what a space is rebuilt: from all that was claimed in it, or from all that was
 * said there.
 */
record RebuildRequest(@Nullable String from) {

	private static final String STATEMENTS = "statements";

	private static final String EPISODES = "episodes";

	void check() {
		new Flaws()
			.unless(this.from != null && List.of(STATEMENTS, EPISODES).contains(this.from), "from",
					"must be \"statements\" or \"episodes\"")
			.refuse();
	}

	boolean isFromEpisodes() {
		return EPISODES.equals(this.from);
	}

}
