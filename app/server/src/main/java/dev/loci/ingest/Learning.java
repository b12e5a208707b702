package dev.loci.ingest;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.loci.embed.Embedder;
import dev.loci.extract.Excerpt;
import dev.loci.extract.Extraction;
import dev.loci.extract.Extractor;
import dev.loci.extract.Extractors;
import dev.loci.extract.Utterance;
import dev.loci.graph.Cypher;
import dev.loci.graph.Graph;
import dev.loci.graph.OpenSpace;
import dev.loci.graph.Spaces;
import dev.loci.graph.Transaction;
import dev.loci.memory.Entity;
import dev.loci.memory.Named;
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

	/** So many are told to a model by their numbers. */
	private static final int MOST_KNOWN = 30;

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
					claim.parameters().and("limit", extractor.get().atOnce()), Heard::of));
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
		Excerpt excerpt = this.graph.read((tx) -> excerpt(tx, claim, extractor, heard));
		Stopwatch watch = new Stopwatch();
		Extraction extraction = extractor.extract(excerpt);
		long extractMillis = watch.lap();
		Vectors vectors = new Vectors(this.embedder, sentences(claim, extraction));
		long embedMillis = watch.lap();
		if (!this.spaces.key(claim.scope()).equals(Optional.of(claim.space()))) {
			// Erased meanwhile: writing to it would make it anew.
			return false;
		}
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
							.and("extractMillis", extractMillis)
							.and("embedMillis", embedMillis),
						Function.identity())
				.isPresent();
			if (leased) {
				keep(tx, claim, space, extraction, heard.getFirst().place(), vectors);
			}
			return leased;
		});
	}

	private Excerpt excerpt(Transaction tx, Claim claim, Extractor extractor, List<Heard> heard) {
		OpenSpace space = this.spaces.peek(tx, claim.scope());
		List<Heard> before = tx.list(SAID_BEFORE,
				claim.parameters()
					.and("episode", heard.getFirst().episode())
					.and("limit", this.extractors.messagesBefore()),
				Heard::whole);
		Stream<Utterance> context = before.stream().map((each) -> each.utterance(false));
		Stream<Utterance> now = heard.stream()
			.map((each) -> each.utterance(each.speaks(this.extractors.roles()) && extractor.reads(each.kind())));
		String text = Stream.concat(before.stream(), heard.stream()).map(Heard::words).collect(Collectors.joining(" "));
		List<Entity> known = this.resolver.mentioned(tx, space, text, MOST_KNOWN)
			.stream()
			.filter((entity) -> !Objects.equals(entity.externalId(), Named.SELF.externalId()))
			.toList();
		return new Excerpt(this.resolver.ontology(space), Stream.concat(context, now).toList(), known);
	}

	private Set<String> sentences(Claim claim, Extraction extraction) {
		return this.graph.read((tx) -> this.resolver.sentences(tx, claim.scope().tenant(),
				this.spaces.peek(tx, claim.scope()), extraction.told()));
	}

	private void keep(Transaction tx, Claim claim, OpenSpace space, Extraction extraction, int first, Vectors vectors) {
		Stopwatch watch = new Stopwatch();
		List<Resolved> resolved = this.resolver.resolve(tx, claim.scope().tenant(), space, extraction.told(), first,
				vectors::of);
		Findings.of(extraction, resolved, first).store(tx, claim, space, watch.lap());
	}

}
