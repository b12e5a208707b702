package dev.loci.recall;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import dev.loci.memory.EmbedderAway;
import dev.loci.memory.EntityId;
import dev.loci.memory.RecallId;
import dev.loci.memory.Scope;
import dev.loci.memory.StoreUnavailable;
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

	private final Linked linked;

	private final FactArms facts;

	private final PassageArms passages;

	private final EntityArms entities;

	private final Recordings recordings;

	private final ObservationRegistry observations;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	Recall(Spaces spaces, Embedder embedder, Linked linked, FactArms facts, PassageArms passages, EntityArms entities,
			Recordings recordings, ObservationRegistry observations) {
		this.spaces = spaces;
		this.embedder = embedder;
		this.linked = linked;
		this.facts = facts;
		this.passages = passages;
		this.entities = entities;
		this.recordings = recordings;
		this.observations = observations;
	}

	/** An unknown space holds nothing: that is an answer, not an error. */
	public Recollection recall(Scope scope, Question question) {
		Observation observation = Observation.createNotStarted("loci.recall", this.observations);
		return Objects.requireNonNull(observation.observe(() -> recalled(scope, question)));
	}

	/** What the question means and whom it names is found out side by side. */
	private Recollection recalled(Scope scope, Question question) {
		AsOf asOf = question.asOf();
		Cues cues = Cues.of(question.query(), (asOf.validAt() != null) ? asOf.validAt() : Instant.now());
		Future<Meaning> meaning = reach(() -> meaning(question));
		Future<List<Linked.Link>> links = reach(() -> this.linked.by(scope, cues, asOf));
		List<String> named = question.filters().entities();
		Future<List<EntityId>> about = named.isEmpty() ? CompletableFuture.completedFuture(List.of())
				: reach(() -> this.linked.exactly(scope, named, asOf));
		Optional<View> view = this.spaces.view(scope, asOf.knownAt());
		Meaning meant = result(meaning);
		List<Linked.Link> whom = result(links);
		List<EntityId> among = result(about);
		Seen<List<Recalled>> seen = Sight.of(view, asOf, (sight) -> items(
				new Asked(question, sight, cues, meant.vector(), meant.known(), whom, named.isEmpty() ? null : among)),
				List.of());
		Recollection given = new Recollection(RecallId.next(), seen.what(), null, null, seen.validAt(), seen.knownAt(),
				meant.known() ? List.of() : List.of("vector"));
		this.recordings.keep(scope, view, question, given);
		return given;
	}

	/** The arms reach out side by side. */
	private List<Recalled> items(Asked asked) {
		List<Found> found = Stream.of(this.facts.arms(asked), this.passages.arms(asked), this.entities.arms(asked))
			.flatMap((arms) -> arms.entrySet().stream())
			.map((arm) -> new Found(arm.getKey(), reach(arm.getValue())))
			.toList();
		Fusion fusion = new Fusion();
		found.forEach((each) -> fusion.add(each.arm(), result(each.hits())));
		return fusion.best(asked);
	}

	/**
	 * Where the embedder is away, all memories mean equally much.
	 */
	private Meaning meaning(Question question) {
		try {
			return new Meaning(this.embedder.question(question.query()), true);
		}
		catch (EmbedderAway ex) {
			log.warn("The embedder does not answer: {}", ex.getMessage());
			float[] any = new float[this.embedder.dimensions()];
			any[0] = 1;
			return new Meaning(any, false);
		}
	}

	/**
	 * The first run of a query is planned, which takes longer than the query: nobody
	 * should wait for that.
	 */
	@EventListener(ApplicationReadyEvent.class)
	void warmUp() {
		Question anything = new Question("anything", 1, EnumSet.allOf(Kind.class), Question.Filters.NONE, AsOf.NOW,
				false, false, null);
		Sight nothing = Sight.of(new View("none0", "none0", Instant.now()), AsOf.NOW);
		this.threads.execute(() -> {
			try {
				Cues cues = Cues.of("anything in 2020", Instant.now());
				this.linked.by(new Scope("none", "none"), cues, AsOf.NOW);
				items(new Asked(anything, nothing, cues, meaning(anything).vector(), true,
						List.of(new Linked.Link(EntityId.next(), "anything", null, 1, Use.NONE)), null));
			}
			catch (StoreUnavailable ex) {
				log.debug("The database does not answer, so the first question will wait a little", ex);
			}
		});
	}

	private <T> Future<T> reach(Callable<T> arm) {
		return this.threads.submit(arm);
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

	@SuppressWarnings("ArrayRecordComponent") // never compared
	private record Meaning(float[] vector, boolean known) {
	}

	private record Found(Arm arm, Future<List<Hit>> hits) {
	}

}
