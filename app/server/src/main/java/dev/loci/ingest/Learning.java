package dev.loci.ingest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import dev.loci.embed.Embedder;
import dev.loci.extract.Extraction;
import dev.loci.extract.Extraction.Usage;
import dev.loci.extract.ExtractionFailed;
import dev.loci.extract.Extractor;
import dev.loci.extract.Extractors;
import dev.loci.extract.ModelUnavailable;
import dev.loci.graph.Cypher;
import dev.loci.graph.Generations;
import dev.loci.graph.Graph;
import dev.loci.graph.OpenSpace;
import dev.loci.graph.Spaces;
import dev.loci.graph.Transaction;
import dev.loci.memory.Job;
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

	private static final Cypher MARK_READ = Cypher.named("ingest/mark_read");

	/** A job that needs more waits for its next turn. */
	private static final int ROUNDS = 4;

	private final Graph graph;

	private final Spaces spaces;

	private final Pages pages;

	private final Generations generations;

	private final Extractors extractors;

	private final Resolver resolver;

	private final Embedder embedder;

	Learning(Graph graph, Spaces spaces, Pages pages, Generations generations, Extractors extractors, Resolver resolver,
			Embedder embedder) {
		this.graph = graph;
		this.spaces = spaces;
		this.pages = pages;
		this.generations = generations;
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
			Optional<Page> page = this.graph.read((tx) -> this.pages.next(tx, claim, extractor.get()));
			if (page.isEmpty()) {
				return true;
			}
			if (!learn(claim, extractor.get(), page.get()) || claim.isRepeated()) {
				return false;
			}
		}
		return false;
	}

	private boolean learn(Claim claim, Extractor extractor, Page page) {
		Stopwatch watch = new Stopwatch();
		Extraction extraction = extract(claim, extractor, page);
		long extractMillis = watch.lap();
		Vectors vectors = new Vectors(this.embedder, sentences(claim, page, extraction));
		long embedMillis = watch.lap();
		return this.spaces.writeTo(claim.scope(), claim.space(), (tx, space) -> {
			boolean marked = markRead(tx, claim, extractor, page, space);
			long keepMillis = marked ? keep(tx, claim, space, page, extraction, vectors) : 0;
			return new Cost(extraction.usage(), new Job.Millis(embedMillis, extractMillis, keepMillis, 0)).addTo(claim,
					tx) && marked;
		}).orElse(false);
	}

	/** What a failure has cost is counted, too. */
	Extraction extract(Claim claim, Extractor extractor, Page page) {
		Stopwatch watch = new Stopwatch();
		try {
			return extractor.extract(page.excerpt());
		}
		catch (ExtractionFailed ex) {
			count(claim, ex.usage(), watch);
			throw ex;
		}
		catch (ModelUnavailable ex) {
			count(claim, ex.usage(), watch);
			throw ex;
		}
	}

	private void count(Claim claim, Usage usage, Stopwatch watch) {
		count(claim, new Cost(usage, new Job.Millis(0, watch.lap(), 0, 0)));
	}

	/** What was paid for, though nothing came of it. */
	void count(Claim claim, Cost cost) {
		this.graph.write((tx) -> cost.addTo(claim, tx));
	}

	/** What is embedded before any of it is kept. */
	Set<String> sentences(Claim claim, Page page, Extraction extraction) {
		return this.graph
			.read((tx) -> this.resolver.sentences(tx, claim.scope().tenant(), page.space(), extraction.told()));
	}

	private static boolean markRead(Transaction tx, Claim claim, Extractor extractor, Page page, OpenSpace space) {
		return tx
			.first(MARK_READ,
					claim.parameters()
						.and("passages", page.passages())
						.and("episodes", page.episodes())
						.and("now", space.now())
						.and("extractor", extractor.name()),
					Function.identity())
			.isPresent();
	}

	/** Returns how many milliseconds it took. */
	private long keep(Transaction tx, Claim claim, OpenSpace space, Page page, Extraction extraction, Vectors vectors) {
		Stopwatch watch = new Stopwatch();
		// What is being told anew would not hear of this.
		this.generations.abandon(tx, space);
		List<Resolved> resolved = this.resolver.learn(tx, claim.scope().tenant(), space, extraction.told(),
				page.places(extraction.told()), vectors::of);
		Findings.of(page, extraction, resolved).store(tx, claim, space);
		return watch.lap();
	}

}
