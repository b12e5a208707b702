package dev.loci.ingest;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.loci.embed.Embedder;
import dev.loci.embed.Vectors;
import dev.loci.extract.Extraction;
import dev.loci.extract.ExtractionFailed;
import dev.loci.extract.Extractor;
import dev.loci.extract.Extractors;
import dev.loci.extract.ModelMisconfigured;
import dev.loci.extract.ModelUnavailable;
import dev.loci.graph.Cypher;
import dev.loci.graph.Generations;
import dev.loci.graph.Graph;
import dev.loci.graph.OpenSpace;
import dev.loci.graph.Spaces;
import dev.loci.graph.Transaction;
import dev.loci.graph.Unwritten;
import dev.loci.memory.Job;
import dev.loci.resolve.Resolved;
import dev.loci.resolve.Resolver;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.stereotype.Component;

/**
 * Reads the passages of a job, some at a time, and keeps what they claim. Each time is
 * one transaction, so that nothing is read twice to different effect, whatever is cut off
 * when.
 */
@Component
class Learning {

	private static final Cypher MARK_READ = Cypher.named("ingest/mark_read");

	private static final Cypher LEAVE_UNREAD = Cypher.named("ingest/leave_unread");

	/** A job that needs more waits for its next turn. */
	private static final int ROUNDS = 4;

	private final Graph graph;

	private final Spaces spaces;

	private final Unwritten unwritten;

	private final Pages pages;

	private final Generations generations;

	private final Extractors extractors;

	private final Resolver resolver;

	private final Embedder embedder;

	private final IngestSettings settings;

	private final ObservationRegistry observations;

	Learning(Graph graph, Spaces spaces, Unwritten unwritten, Pages pages, Generations generations,
			Extractors extractors, Resolver resolver, Embedder embedder, IngestSettings settings,
			ObservationRegistry observations) {
		this.graph = graph;
		this.spaces = spaces;
		this.unwritten = unwritten;
		this.pages = pages;
		this.generations = generations;
		this.extractors = extractors;
		this.resolver = resolver;
		this.embedder = embedder;
		this.settings = settings;
		this.observations = observations;
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
			// What was given out before it was said may still be on its way.
			this.unwritten.await(claim.scope());
			Optional<Page> page = this.graph.read((tx) -> this.pages.next(tx, claim, extractor.get()));
			if (page.isEmpty()) {
				return true;
			}
			try {
				if (!learn(claim, extractor.get(), page.get()) || claim.isRepeated()) {
					return false;
				}
			}
			catch (ExtractionFailed ex) {
				if (!isLeftUnread(claim, page.get(), ex)) {
					throw ex;
				}
				return false;
			}
		}
		return false;
	}

	/** One passage that nobody can read does not keep the others of its job from it. */
	private boolean isLeftUnread(Claim claim, Page page, ExtractionFailed failure) {
		boolean last = claim.statusAfterFailure(this.settings.maxAttempts()) == Job.Status.FAILED;
		return last && page.heard().size() == 1 && this.graph
			.write((tx) -> tx.first(LEAVE_UNREAD,
					claim.parameters()
						.and("passage", page.heard().getFirst().passage())
						.and("reason", String.valueOf(failure.getMessage())),
					(row) -> row.get("left").asBoolean()))
			.isPresent();
	}

	private boolean learn(Claim claim, Extractor extractor, Page page) {
		Read read = extract(claim, extractor, page);
		Stopwatch watch = new Stopwatch();
		Vectors vectors = new Vectors(this.embedder, sentences(claim, page, read.extraction()));
		long embedMillis = watch.lap();
		return this.spaces.writeTo(claim.scope(), claim.space(), (tx, space) -> {
			boolean marked = markRead(tx, claim, extractor, page, space);
			long keepMillis = marked ? keep(tx, claim, space, page, read.extraction(), vectors) : 0;
			return read.cost().and(embedMillis, keepMillis).addTo(claim, tx) && marked;
		}).orElse(false);
	}

	/**
	 * Reads. What was paid for is counted at once, whether it went well or not: nothing
	 * that fails later takes it back.
	 */
	Read extract(Claim claim, Extractor extractor, Page page) {
		Stopwatch watch = new Stopwatch();
		try {
			Extraction extraction = extractor.extract(page.excerpt());
			Cost cost = Cost.ofReading(extraction.usage(), watch.lap());
			if (extraction.usage().calls() == 0) {
				return new Read(extraction, cost);
			}
			count(claim, cost);
			return new Read(extraction, Cost.NONE);
		}
		catch (ExtractionFailed ex) {
			count(claim, Cost.ofReading(ex.usage(), watch.lap()));
			throw ex;
		}
		catch (ModelUnavailable ex) {
			count(claim, Cost.ofReading(ex.usage(), watch.lap()));
			throw ex;
		}
		catch (ModelMisconfigured ex) {
			count(claim, Cost.ofReading(ex.usage(), watch.lap()));
			throw ex;
		}
	}

	private void count(Claim claim, Cost cost) {
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
		List<Resolved> resolved = resolving(() -> this.resolver.learn(tx, claim.scope().tenant(), space,
				extraction.told(), page.places(extraction.told()), vectors::of));
		Findings.of(page, extraction, resolved).store(tx, claim, space);
		return watch.lap();
	}

	/** Deciding whom names mean and what is believed, in whatever generation. */
	List<Resolved> resolving(Supplier<List<Resolved>> work) {
		return Objects.requireNonNull(Observation.createNotStarted("loci.resolve", this.observations).observe(work));
	}

	/** What was read, and what it has cost as far as that is not counted yet. */
	record Read(Extraction extraction, Cost cost) {
	}

}
