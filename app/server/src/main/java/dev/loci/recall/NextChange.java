package dev.loci.recall;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.loci.graph.Cypher;
import dev.loci.graph.Graph;
import dev.loci.graph.Parameters;
import dev.loci.graph.View;
import dev.loci.memory.Moments;

import org.springframework.stereotype.Component;

/**
 * Finds out until when an answer is right, if nothing is written.
 */
@Component
class NextChange {

	private static final Cypher NEXT = Cypher.named("recall/next_change");

	/** Of so many generations it is remembered. */
	private static final int REMEMBERED = 10_000;

	private final Graph graph;

	private final RecallSettings settings;

	private final Cache<String, Known> known = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

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
		Instant next = next(asked.sight().view(), now);
		Instant midnight = midnight(now);
		return (asked.cues().time().isPresent() && midnight.isBefore(next)) ? midnight : next;
	}

	/** As long as nobody writes, what is next stays next until it is there. */
	private Instant next(View view, Instant now) {
		Known before = this.known.getIfPresent(view.generation());
		if (before != null && before.isRight(view, now)) {
			return before.next();
		}
		Instant next = this.graph
			.read((tx) -> tx.single(NEXT, Parameters.with("space", view.generation()).and("after", now),
					(row) -> row.get("next").isNull() ? Moments.LAST : FactRows.moment(row.get("next"))));
		this.known.put(view.generation(), new Known(view.version(), now, next));
		return next;
	}

	/** Until then, "yesterday" is the same day. */
	private static Instant midnight(Instant now) {
		return LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
	}

	/** What is next after a moment, in one version of a space. */
	private record Known(View.Version version, Instant after, Instant next) {

		boolean isRight(View view, Instant now) {
			return this.version.equals(view.version()) && !now.isBefore(this.after) && now.isBefore(this.next);
		}

	}

}
