package dev.loci.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import dev.loci.embed.Embedder;
import dev.loci.extract.Excerpt;
import dev.loci.extract.Extraction;
import dev.loci.extract.Extractor;
import dev.loci.extract.Extractors;
import dev.loci.graph.Cypher;
import dev.loci.graph.Graph;
import dev.loci.graph.OpenSpace;
import dev.loci.graph.Parameters;
import dev.loci.graph.Spaces;
import dev.loci.graph.Transaction;
import dev.loci.memory.EpisodeId;
import dev.loci.resolve.Resolved;
import dev.loci.resolve.Resolver;

import org.springframework.stereotype.Component;

/**
 * Reads the passages of a job, some at a time, and keeps what they claim. Each time is
 * one transaction, so that nothing is read twice to different effect, whatever is cut off
 * when.
 */
@Component
class Learning {

	private static final Cypher PASSAGES_TO_READ = Cypher.named("ingest/passages_to_read");

	private static final Cypher SAID_BEFORE = Cypher.named("ingest/said_before");

	private static final Cypher MARK_READ = Cypher.named("ingest/mark_read");

	private static final Cypher STORE_FINDINGS = Cypher.named("ingest/store_findings");

	/** A job that needs more waits for its next turn. */
	private static final int ROUNDS = 4;

	private final Graph graph;

	private final Spaces spaces;

	private final Extractors extractors;

	private final Resolver resolver;

	private final Embedder embedder;

	Learning(Graph graph, Spaces spaces, Extractors extractors, Resolver resolver, Embedder embedder) {
		this.graph = graph;
		this.spaces = spaces;
		this.extractors = extractors;
		this.resolver = resolver;
		this.embedder = embedder;
	}

	/**
	 * Returns whether it got to the end: not if its turn is over, if it was told to stop,
	 * or if it has lost its lease.
	 */
	boolean complete(Claim claim, BooleanSupplier goOn) {
		Optional<Extractor> extractor = this.extractors.of(claim.extract());
		if (extractor.isEmpty()) {
			return true;
		}
		for (int round = 0; round < ROUNDS && goOn.getAsBoolean(); round++) {
			List<Heard> heard = this.graph.read((tx) -> tx.list(PASSAGES_TO_READ,
					claim.parameters().and("limit", this.extractors.messages()), Heard::of));
			if (heard.isEmpty()) {
				return true;
			}
			if (!learn(claim, extractor.get(), heard)) {
				return false;
			}
		}
		return false;
	}

	private boolean learn(Claim claim, Extractor extractor, List<Heard> heard) {
		Excerpt excerpt = this.graph.read((tx) -> excerpt(tx, claim, heard));
		long start = System.nanoTime();
		Extraction extraction = extractor.extract(excerpt);
		Duration took = Duration.ofNanos(System.nanoTime() - start);
		int first = heard.getFirst().place();
		Set<String> sentences = this.graph.read((tx) -> this.resolver.sentences(tx, claim.scope().tenant(),
				this.spaces.peek(tx, claim.scope()), extraction.told()));
		Vectors vectors = new Vectors(this.embedder, sentences);
		return this.spaces.write(claim.scope(), (tx, space) -> {
			boolean leased = tx
				.first(MARK_READ,
						claim.parameters()
							.and("passages", heard.stream().map(Heard::passage).toList())
							.and("now", space.now())
							.and("extractor", extractor.name())
							.and("calls", extraction.usage().calls())
							.and("promptTokens", extraction.usage().promptTokens())
							.and("completionTokens", extraction.usage().completionTokens())
							.and("millis", took.toMillis()),
						Function.identity())
				.isPresent();
			if (leased) {
				keep(tx, claim, space, extraction, first, vectors);
			}
			return leased;
		});
	}

	private Excerpt excerpt(Transaction tx, Claim claim, List<Heard> heard) {
		List<Heard> before = tx.list(SAID_BEFORE,
				claim.parameters()
					.and("episode", heard.getFirst().episode())
					.and("limit", this.extractors.messagesBefore()),
				Heard::whole);
		return new Excerpt(this.resolver.ontology(this.spaces.peek(tx, claim.scope())),
				java.util.stream.Stream
					.concat(before.stream().map((each) -> each.utterance(false)),
							heard.stream().map((each) -> each.utterance(each.speaks(this.extractors.roles()))))
					.toList(),
				List.of());
	}

	private void keep(Transaction tx, Claim claim, OpenSpace space, Extraction extraction, int first, Vectors vectors) {
		List<Resolved> resolved = this.resolver.resolve(tx, claim.scope().tenant(), space, extraction.told(), first,
				vectors::of);
		List<Parameters> found = new ArrayList<>();
		List<Parameters> dropped = new ArrayList<>();
		for (int i = 0; i < resolved.size(); i++) {
			Outcomes.Result result = Outcomes.Result.of(resolved.get(i));
			var told = extraction.told().get(i);
			if (result.statementId() != null) {
				found.add(Parameters.with("statement", result.statementId())
					.and("fact", (result.fact() != null) ? result.fact().id() : null)
					.and("outcome", result.outcome())
					.and("position", first + i));
			}
			else {
				dropped.add(dropped(told.source().episode(), Objects.requireNonNullElse(told.source().quote(), ""),
						String.valueOf(result.reason())));
			}
		}
		extraction.dropped().forEach((each) -> dropped.add(dropped(each.episode(), each.text(), each.reason())));
		tx.run(STORE_FINDINGS,
				claim.parameters().and("generation", space.generation()).and("found", found).and("dropped", dropped));
	}

	private static Parameters dropped(@org.jspecify.annotations.Nullable EpisodeId episode, String text,
			String reason) {
		return Parameters.with("episode", episode).and("text", text).and("reason", reason);
	}

}
