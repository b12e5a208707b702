package dev.loci.ingest;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;

import dev.loci.embed.Embedder;
import dev.loci.embed.Vectors;
import dev.loci.extract.Extraction;
import dev.loci.extract.Extraction.Dropped;
import dev.loci.extract.ExtractionFailed;
import dev.loci.extract.Extractor;
import dev.loci.extract.Extractors;
import dev.loci.graph.Cypher;
import dev.loci.graph.Graph;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.ingest.Page.Silent;
import dev.loci.memory.Job;
import dev.loci.resolve.Rebuild;
import dev.loci.resolve.Resolved;
import dev.loci.resolve.Retelling;

import org.springframework.stereotype.Component;

/**
 * Reads all that was said in a space anew, as it is read there now, for a generation of
 * its own. Each time is one transaction with the note of how far it has come: the next
 * turn, or the next worker, goes on there.
 */
@Component
class Relearning {

	private static final Cypher BEGIN_REREADING = Cypher.named("ingest/begin_rereading");

	private static final Cypher MARK_REREAD = Cypher.named("ingest/mark_reread");

	/** A space that has much to read lets others have their turns. */
	private static final int ROUNDS = 16;

	private final Graph graph;

	private final Extractors extractors;

	private final Learning learning;

	private final Pages pages;

	private final Embedder embedder;

	private final Rebuild rebuild;

	private final IngestSettings settings;

	Relearning(Graph graph, Extractors extractors, Pages pages, Learning learning, Embedder embedder, Rebuild rebuild,
			IngestSettings settings) {
		this.graph = graph;
		this.extractors = extractors;
		this.learning = learning;
		this.pages = pages;
		this.embedder = embedder;
		this.rebuild = rebuild;
		this.settings = settings;
	}

	/**
	 * Returns how many statements there are now; empty if its turn is over, if it was
	 * told to stop, or if it has lost its lease.
	 */
	OptionalInt complete(Claim claim, Predicate<Transaction> mine, BooleanSupplier goOn) {
		Extractor extractor = this.extractors.of(claim.extract())
			.orElseThrow(() -> new IllegalStateException("Nobody reads in this space: that is switched off"));
		return this.rebuild.of(claim.scope(), String.valueOf(claim.job()),
				(retelling) -> readAll(claim, extractor, retelling), mine, goOn);
	}

	private boolean readAll(Claim claim, Extractor extractor, Retelling retelling) {
		retelling.step((tx) -> {
			tx.run(BEGIN_REREADING, parameters(claim, retelling));
			return claim;
		});
		for (int round = 0; round < ROUNDS; round++) {
			Optional<Page> page = this.graph.read((tx) -> this.pages.nextAnew(tx, claim, retelling.space(), extractor));
			if (page.isEmpty()) {
				return true;
			}
			read(claim, extractor, retelling, page.get());
			if (claim.isRepeated()) {
				return false;
			}
		}
		return false;
	}

	private void read(Claim claim, Extractor extractor, Retelling retelling, Page page) {
		Learning.Read read = extract(claim, extractor, page);
		Extraction extraction = read.extraction();
		Stopwatch watch = new Stopwatch();
		Vectors vectors = new Vectors(this.embedder, this.learning.sentences(claim, page, extraction));
		long embedMillis = watch.lap();
		retelling.step((tx) -> {
			Stopwatch resolving = new Stopwatch();
			List<Resolved> resolved = this.learning
				.resolving(() -> retelling.tell(tx, extraction.told(), page.places(extraction.told()), vectors::of));
			Cost cost = read.cost().and(embedMillis, resolving.lap());
			if (!cost.addTo(claim, tx)
					|| !isMarked(tx, claim, extractor, retelling, page, Findings.of(page, extraction, resolved))) {
				throw new CancellationException("What was read is no longer there, or somebody else has taken over");
			}
			return claim;
		});
	}

	/** One passage that nobody can read does not keep a space from being read anew. */
	private Learning.Read extract(Claim claim, Extractor extractor, Page page) {
		try {
			return this.learning.extract(claim, extractor, page);
		}
		catch (ExtractionFailed ex) {
			if (page.heard().size() > 1 || claim.statusAfterFailure(this.settings.maxAttempts()) != Job.Status.FAILED) {
				throw ex;
			}
			return new Learning.Read(page.unread(ex), Cost.NONE);
		}
	}

	private static boolean isMarked(Transaction tx, Claim claim, Extractor extractor, Retelling retelling, Page page,
			Findings findings) {
		return tx
			.first(MARK_REREAD,
					parameters(claim, retelling).and("passages", page.passages())
						.and("episodes", page.episodes())
						.and("extractor", extractor.name())
						.and("texts", findings.dropped().stream().map(Dropped::text).toList())
						.and("reasons", findings.dropped().stream().map(Dropped::reason).toList())
						.and("silent", findings.silent().size())
						.and("silentReasons", findings.silent().stream().map(Silent::reason).distinct().toList())
						.and("limit", Findings.MOST_DROPPED),
					Function.identity())
			.isPresent();
	}

	private static Parameters parameters(Claim claim, Retelling retelling) {
		return claim.parameters().and("generation", retelling.space().generation());
	}

}
