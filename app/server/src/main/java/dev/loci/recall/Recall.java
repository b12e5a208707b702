package dev.loci.recall;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.loci.embed.CrossEncoder;
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

	private final Events events;

	private final CrossEncoder crossEncoder;

	private final Diversity diversity;

	private final HotRecalls hot;

	private final NextChange nextChange;

	private final Recordings recordings;

	private final ObservationRegistry observations;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	Recall(Spaces spaces, Embedder embedder, Linked linked, FactArms facts, PassageArms passages, EntityArms entities,
			Events events, CrossEncoder crossEncoder, Diversity diversity, HotRecalls hot, NextChange nextChange,
			Recordings recordings, ObservationRegistry observations) {
		this.spaces = spaces;
		this.embedder = embedder;
		this.linked = linked;
		this.facts = facts;
		this.passages = passages;
		this.entities = entities;
		this.events = events;
		this.crossEncoder = crossEncoder;
		this.diversity = diversity;
		this.hot = hot;
		this.nextChange = nextChange;
		this.recordings = recordings;
		this.observations = observations;
	}

	/** Whether there is a cross-encoder that may read the best memories once more. */
	public boolean canRerank() {
		return this.crossEncoder.isThere();
	}

	/** An unknown space holds nothing: that is an answer, not an error. */
	public Recollection recall(Scope scope, Question question) {
		return recall(scope, question, (view) -> List.of()).recollection();
	}

	/**
	 * The same together with what else is read of the space as it is seen: side by side
	 * with the memories, so that nobody waits for it.
	 */
	public <T> Together<T> recall(Scope scope, Question question, Function<View, List<T>> beside) {
		Observation observation = Observation.createNotStarted("loci.recall", this.observations);
		return Objects.requireNonNull(observation.observe(() -> recalled(scope, question, beside)));
	}

	/**
	 * What the question means, whom it names and how the space is now are found out side
	 * by side. Who asks what was asked a moment ago need not wait for its meaning.
	 */
	private <T> Together<T> recalled(Scope scope, Question question, Function<View, List<T>> beside) {
		long begun = System.nanoTime();
		AsOf asOf = question.asOf();
		Cues cues = Cues.of(question.query(), (asOf.validAt() != null) ? asOf.validAt() : Instant.now());
		Supplier<Meaning> meaning = this.hot.mayHave(scope, question) ? () -> meaning(question)
				: ahead(() -> meaning(question));
		Supplier<List<Linked.Link>> links = ahead(() -> this.linked.by(scope, cues, asOf));
		List<String> named = question.filters().entities();
		Supplier<List<EntityId>> about = named.isEmpty() ? List::of
				: ahead(() -> this.linked.exactly(scope, named, asOf));
		Optional<View> view = this.spaces.view(scope, asOf.knownAt());
		Supplier<List<T>> more = view.map((read) -> ahead(() -> beside.apply(read))).orElse(List::of);
		Recollection given = this.hot.get(scope, question, view)
			.map((kept) -> kept.as(RecallId.next()))
			.orElseGet(() -> {
				Meaning meant = meaning.get();
				Seen<Answer> seen = Sight.of(view, asOf, (sight) -> answer(new Asked(question, sight, cues,
						meant.vector(), meant.known(), links.get(), named.isEmpty() ? null : about.get(), null)),
						Answer.NOTHING);
				Recollection fresh = new Recollection(RecallId.next(), seen.what().items(), null, null, seen.validAt(),
						seen.knownAt(), degraded(meant, question, seen.what()));
				view.ifPresent((read) -> this.hot.keep(scope, question, read, begun, fresh, seen.what().until()));
				return fresh;
			});
		List<T> read = more.get();
		this.recordings.keep(scope, view, question, given);
		return new Together<>(given, read);
	}

	private static List<String> degraded(Meaning meant, Question question, Answer answer) {
		return Stream.of(meant.known() ? "" : "vector", (question.order().rerank() && !answer.reread()) ? "rerank" : "")
			.filter((arm) -> !arm.isEmpty())
			.toList();
	}

	/** The arms reach out side by side. */
	private Answer answer(Asked asked) {
		Supplier<Instant> until = ahead(() -> this.nextChange.of(asked));
		List<Found> found = Stream.of(this.facts.arms(asked), this.passages.arms(asked), this.entities.arms(asked))
			.flatMap((arms) -> arms.entrySet().stream())
			.map((arm) -> new Found(arm.getKey(), reach(arm.getValue())))
			.toList();
		Asked timed = timed(asked);
		Fusion fusion = new Fusion();
		found.forEach((each) -> {
			List<Hit> hits = result(each.hits()).stream().filter((hit) -> timed.wants(hit.memory())).toList();
			fusion.add(each.arm(), hits);
			if (timed.happened() != null && each.arm() == Arm.vector) {
				fusion.add(Arm.time, this.events.ofItsTime(timed, timed.happened(), hits));
			}
		});
		Optional<List<Recalled>> reread = asked.question().order().rerank() ? reread(fusion, timed) : Optional.empty();
		List<Recalled> best = reread.orElseGet(() -> fusion.best(timed));
		List<Recalled> items = timed.wantsDiversity() ? this.diversity.of(timed, best)
				: best.subList(0, Math.min(best.size(), asked.limit()));
		return new Answer(items, reread.isPresent(), until.get());
	}

	/** Empty where the cross-encoder fails: what the arms say is an answer, too. */
	private Optional<List<Recalled>> reread(Fusion fusion, Asked asked) {
		try {
			return Optional
				.of(fusion.best(asked, (texts) -> this.crossEncoder.scores(asked.question().query(), texts)));
		}
		catch (EmbedderAway ex) {
			log.warn("The cross-encoder fails: {}", ex.getMessage());
			return Optional.empty();
		}
	}

	/** With the time of the event that it names, if it does, and if that is known. */
	private Asked timed(Asked asked) {
		return asked.event().map((event) -> this.events.timed(asked, event, this.events.facts(asked))).orElse(asked);
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
				false, Question.Order.USUAL, false, null);
		Sight nothing = Sight.of(new View("none0", "none0", Instant.now(), new View.Version(Instant.now(), 0)),
				AsOf.NOW);
		this.threads.execute(() -> {
			try {
				Cues cues = Cues.of("anything in 2020", Instant.now());
				this.linked.by(new Scope("none", "none"), cues, AsOf.NOW);
				answer(new Asked(anything, nothing, cues, meaning(anything).vector(), true,
						List.of(new Linked.Link(EntityId.next(), "anything", null, 1, Use.NONE)), null, null));
			}
			catch (StoreUnavailable ex) {
				log.debug("The database does not answer, so the first question will wait a little", ex);
			}
		});
	}

	/** Begins with it, and waits for it where it is needed. */
	private <T> Supplier<T> ahead(Callable<T> work) {
		Future<T> begun = reach(work);
		return () -> result(begun);
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

	/** What was recalled, and what was read beside it. */
	public record Together<T>(Recollection recollection, List<T> beside) {
	}

	/**
	 * @param reread whether the cross-encoder has read them
	 * @param until when it is right, if nothing is written
	 */
	private record Answer(List<Recalled> items, boolean reread, Instant until) {

		static final Answer NOTHING = new Answer(List.of(), true, Instant.EPOCH);

	}

	private record Found(Arm arm, Future<List<Hit>> hits) {
	}

}
