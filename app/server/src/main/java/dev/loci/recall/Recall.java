package dev.loci.recall;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import dev.loci.embed.Embedder;
import dev.loci.graph.Spaces;
import dev.loci.graph.View;
import dev.loci.memory.RecallId;
import dev.loci.memory.Scope;
import dev.loci.memory.StoreUnavailable;
import dev.loci.recall.Fusion.Fused;
import dev.loci.recall.Recalled.Kind;
import dev.loci.recall.Search.Hit;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gives back the memories that matter to a question.
 */
@Component
public class Recall implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Recall.class);

	private final Spaces spaces;

	private final Embedder embedder;

	private final FactArms facts;

	private final Passages passages;

	private final ObservationRegistry observations;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	Recall(Spaces spaces, Embedder embedder, FactArms facts, Passages passages, ObservationRegistry observations) {
		this.spaces = spaces;
		this.embedder = embedder;
		this.facts = facts;
		this.passages = passages;
		this.observations = observations;
	}

	/** An unknown space holds nothing: that is an answer, not an error. */
	public Recollection recall(Scope scope, Question question) {
		Observation observation = Observation.createNotStarted("loci.recall", this.observations);
		return Objects.requireNonNull(observation.observe(() -> {
			Seen<List<Recalled>> seen = Sight.of(this.spaces.view(scope, question.asOf().knownAt()), question.asOf(),
					(sight) -> items(sight, question), List.of());
			return new Recollection(RecallId.next(), seen.what(), null, null, seen.validAt(), seen.knownAt(),
					List.of());
		}));
	}

	/**
	 * The first run of a query is planned, which takes longer than the query: nobody
	 * should wait for that.
	 */
	@EventListener(ApplicationReadyEvent.class)
	void warmUp() {
		Question anything = new Question("anything", 1, EnumSet.allOf(Kind.class), Question.Filters.NONE, AsOf.NOW,
				false, false);
		Sight nothing = Sight.of(new View("none0", "none0", Instant.now()), AsOf.NOW);
		this.threads.execute(() -> {
			try {
				items(nothing, anything);
			}
			catch (StoreUnavailable ex) {
				log.debug("The database does not answer, so the first question will wait a little", ex);
			}
		});
	}

	/** The arms reach out side by side; only those by meaning wait for the model. */
	private List<Recalled> items(Sight sight, Question question) {
		boolean wantsFacts = question.include().contains(Kind.fact) && question.filters().wantsFacts();
		boolean wantsEpisodes = question.include().contains(Kind.episode) && question.filters().wantsEpisodes();
		Future<List<Hit>> factWords = reach(wantsFacts, () -> this.facts.byWords(sight, question));
		Future<List<Hit>> passageWords = reach(wantsEpisodes, () -> this.passages.byWords(sight, question));
		float[] vector = this.embedder.question(question.query());
		Future<List<Hit>> factMeaning = reach(wantsFacts, () -> this.facts.byMeaning(sight, vector, question));
		List<Hit> passageMeaning = wantsEpisodes ? this.passages.byMeaning(sight, vector, question) : List.of();
		return Stream
			.concat(Fusion.of(result(factMeaning), result(factWords)).stream(),
					Fusion.of(passageMeaning, result(passageWords)).stream())
			.sorted(Fused.BEST_FIRST)
			.limit(question.limit())
			.map((fused) -> fused.recalled(question.explain()))
			.toList();
	}

	private Future<List<Hit>> reach(boolean wanted, Callable<List<Hit>> arm) {
		return wanted ? this.threads.submit(arm) : CompletableFuture.completedFuture(List.of());
	}

	private static <T> T result(Future<T> arm) {
		try {
			return arm.get();
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new StoreUnavailable(ex);
		}
	}

	/**
	 * Whoever still waits for an arm gets an error: a stop is not held up by a question.
	 */
	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
