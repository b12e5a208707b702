package dev.loci.ingest;

import java.util.List;

import dev.loci.extract.Excerpt;
import dev.loci.extract.Extraction.Dropped;
import dev.loci.graph.OpenSpace;

/**
 * What is read at once, as far as it is not the space's own words that came back.
 *
 * @param space as it was when this was put together
 * @param heard the passages in it that nobody has read yet
 * @param echoes what is left out
 */
record Page(OpenSpace space, List<Heard> heard, Excerpt excerpt, List<Dropped> echoes) {

	/** Where its first statement stands among all of its job. */
	int first() {
		return this.heard.getFirst().place();
	}

	List<String> passages() {
		return this.heard.stream().map(Heard::passage).toList();
	}

}
