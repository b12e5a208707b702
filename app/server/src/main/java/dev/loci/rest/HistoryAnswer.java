package dev.loci.rest;

import java.time.Instant;
import java.util.List;

import dev.loci.memory.FactId;
import dev.loci.recall.History.Behind;
import dev.loci.recall.History.Chronicle;
import dev.loci.recall.History.Decided;
import dev.loci.recall.History.Version;
import dev.loci.recall.Seen;

/**
 * A fact through time, up to the moment that was asked for.
 *
 * @param more whether more statements support it, observed before these
 */
record HistoryAnswer(FactId id, List<Version> versions, List<Behind> statements, boolean more, List<Decided> decisions,
		Instant knownAt) {

	static HistoryAnswer of(Seen<Chronicle> seen) {
		return new HistoryAnswer(seen.what().id(), seen.what().versions(), seen.what().statements(), seen.what().more(),
				seen.what().decisions(), seen.knownAt());
	}

}
