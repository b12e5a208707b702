package dev.loci.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.loci.extract.Extraction;
import dev.loci.extract.Extraction.Dropped;
import dev.loci.graph.Cypher;
import dev.loci.graph.OpenSpace;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.ingest.Page.Silent;
import dev.loci.memory.Told;
import dev.loci.resolve.Resolved;

/**
 * What a job has learned, what it found and did not take, and what nobody reads.
 */
record Findings(List<Parameters> found, List<Dropped> dropped, List<Silent> silent) {

	private static final Cypher STORE_FINDINGS = Cypher.named("ingest/store_findings");

	/** So much of what a job did not take is kept with it. */
	static final int MOST_DROPPED = 1_000;

	/** Tells what became of what was found. */
	static Findings of(Page page, Extraction extraction, List<Resolved> resolved) {
		List<Parameters> found = new ArrayList<>();
		List<Integer> places = page.places(extraction.told());
		List<Dropped> dropped = new ArrayList<>(page.left());
		dropped.addAll(extraction.dropped());
		for (int i = 0; i < resolved.size(); i++) {
			Outcomes.Result result = Outcomes.Result.of(resolved.get(i));
			if (result.statementId() != null) {
				found.add(Parameters.with("statement", result.statementId())
					.and("episode", extraction.told().get(i).source().episode())
					.and("fact", (result.fact() != null) ? result.fact().id() : null)
					.and("outcome", result.outcome())
					.and("position", places.get(i)));
			}
			else {
				Told told = extraction.told().get(i);
				dropped.add(new Dropped(words(told), String.valueOf(result.reason()), told.source().episode()));
			}
		}
		Stream<Silent> unread = extraction.dropped()
			.stream()
			.filter(Dropped::isOfAll)
			.flatMap((each) -> Stream.ofNullable(each.episode()).map((episode) -> new Silent(episode, each.reason())));
		return new Findings(found, dropped, Stream.concat(page.silent().stream(), unread).toList());
	}

	/** As {@code store_findings} takes them. */
	List<Parameters> silences() {
		return this.silent.stream()
			.map((each) -> Parameters.with("episode", each.episode()).and("reason", each.reason()))
			.toList();
	}

	private static Parameters row(Dropped dropped) {
		return Parameters.with("text", dropped.text())
			.and("reason", dropped.reason())
			.and("episode", dropped.episode());
	}

	private static String words(Told told) {
		return Objects.requireNonNullElseGet(told.source().quote(),
				() -> Objects.requireNonNullElse(told.wording().text(), ""));
	}

	void store(Transaction tx, Claim claim, OpenSpace space) {
		tx.run(STORE_FINDINGS,
				claim.parameters()
					.and("generation", space.generation())
					.and("found", this.found)
					.and("dropped", this.dropped.stream().map(Findings::row).toList())
					.and("silent", silences())
					.and("limit", MOST_DROPPED));
	}

}
