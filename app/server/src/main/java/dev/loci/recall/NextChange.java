package dev.loci.recall;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import dev.loci.graph.Cypher;
import dev.loci.graph.Graph;
import dev.loci.graph.Parameters;
import dev.loci.memory.Moments;

import org.springframework.stereotype.Component;

/**
 * Finds out until when an answer is right, if nothing is written.
 */
@Component
class NextChange {

	private static final Cypher NEXT = Cypher.named("recall/next_change");

	private final Graph graph;

	private final RecallSettings settings;

	NextChange(Graph graph, RecallSettings settings) {
		this.graph = graph;
		this.settings = settings;
	}

	/** Asked of a moment that the caller names, it is right for ever. */
	Instant of(Asked asked) {
		if (asked.question().asOf().validAt() != null || !this.settings.keepsAnswers()) {
			return Moments.LAST;
		}
		Instant now = asked.sight().validAt();
		Instant next = this.graph
			.read((tx) -> tx.single(NEXT, Parameters.with("space", asked.sight().view().generation()).and("after", now),
					(row) -> row.get("next").isNull() ? Moments.LAST : FactRows.moment(row.get("next"))));
		Instant midnight = midnight(now);
		return (asked.cues().time().isPresent() && midnight.isBefore(next)) ? midnight : next;
	}

	/** Until then, "yesterday" is the same day. */
	private static Instant midnight(Instant now) {
		return LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
	}

}
