package dev.loci.recall;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.loci.embed.Embedder;
import dev.loci.graph.Spaces;
import dev.loci.graph.View;
import dev.loci.memory.EmbedderAway;
import dev.loci.memory.EntityId;
import dev.loci.memory.RecallId;
import dev.loci.memory.Scope;
import dev.loci.recall.Answering.Answer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Gives back the memories that matter to a question.
 */
@Component
public class Recall {

	private static final Logger log = LoggerFactory.getLogger(Recall.class);

	private final Spaces spaces;

	private final Embedder embedder;

	private final Linked linked;

	private final Answering answering;

	private final Ahead ahead;

	private final HotRecalls hot;

	private final Recordings recordings;

	private final ObservationRegistry observations;

	Recall(Spaces spaces, Embedder embedder, Linked linked, Answering answering, Ahead ahead, HotRecalls hot,
			Recordings recordings, ObservationRegistry observations) {
		this.spaces = spaces;
		this.embedder = embedder;
		this.linked = linked;
		this.answering = answering;
		this.ahead = ahead;
		this.hot = hot;
		this.recordings = recordings;
		this.observations = observations;
	}

	/** Whether there is a cross-encoder that may read the best memories once more. */
	public boolean canRerank() {
		return this.answering.canRerank();
	}

	/** An unknown space holds nothing: that is an answer, not an error. */
	public Recollection recall(Scope scope, Question question) {
		return observed(() -> recalled(scope, question, (view) -> List.of(), (given, read) -> Optional.empty()));
	}

	/**
	 * The same with a text of it.
	 * @param beside what else of the space is told, as it is seen: read side by side with
	 * the memories, so that nobody waits for it
	 */
	public <T> Recollection recall(Scope scope, Question question, Function<View, List<T>> beside,
			BiFunction<Recollection, List<T>, Told> telling) {
		return observed(() -> recalled(scope, question, beside, telling.andThen(Optional::of)));
	}

	private Recollection observed(Supplier<Recollection> recalling) {
		Observation observation = Observation.createNotStarted("loci.recall", this.observations);
		return Objects.requireNonNull(observation.observe(recalling));
	}

	/**
	 * What the question means, whom it names and how the space is now are found out side
	 * by side. Who asks what was asked a moment ago need not wait for its meaning.
	 */
	private <T> Recollection recalled(Scope scope, Question question, Function<View, List<T>> beside,
			BiFunction<Recollection, List<T>, Optional<Told>> telling) {
		long begun = System.nanoTime();
		AsOf asOf = question.asOf();
		Cues cues = Cues.of(question.query(), (asOf.validAt() != null) ? asOf.validAt() : Instant.now());
		Supplier<Meaning> meaning = this.hot.mayHave(scope, question) ? () -> meaning(question)
				: this.ahead.begin(() -> meaning(question));
		Supplier<List<Linked.Link>> links = this.ahead.begin(() -> this.linked.by(scope, cues, asOf));
		List<String> named = question.filters().entities();
		Supplier<List<EntityId>> about = named.isEmpty() ? List::of
				: this.ahead.begin(() -> this.linked.exactly(scope, named, asOf));
		Optional<View> view = this.spaces.view(scope, asOf.knownAt());
		Supplier<List<T>> more = view.map((read) -> this.ahead.begin(() -> beside.apply(read))).orElse(List::of);
		Recollection given = this.hot.get(scope, question, view)
			.map((kept) -> kept.as(RecallId.next()))
			.orElseGet(() -> {
				Meaning meant = meaning.get();
				Seen<Answer> seen = Sight.of(view, asOf,
						(sight) -> !sight.view().isSomething() ? Answer.NOTHING
								: this.answering.of(new Asked(question, sight, cues, meant.vector(), meant.known(),
										links.get(), named.isEmpty() ? null : about.get(), null)),
						Answer.NOTHING);
				Recollection fresh = new Recollection(RecallId.next(), seen.what().items(), null, null, seen.validAt(),
						seen.knownAt(), degraded(meant, question, seen.what()));
				view.ifPresent((read) -> this.hot.keep(scope, question, read, begun, fresh, seen.what().until()));
				return fresh;
			});
		Optional<Told> told = telling.apply(given, more.get());
		this.recordings.keep(scope, view, question, given, told);
		return told.map(given::with).orElse(given);
	}

	private static List<String> degraded(Meaning meant, Question question, Answer answer) {
		return Stream.of(meant.known() ? "" : "vector", (question.order().rerank() && !answer.reread()) ? "rerank" : "")
			.filter((arm) -> !arm.isEmpty())
			.toList();
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

	@SuppressWarnings("ArrayRecordComponent") // never compared
	private record Meaning(float[] vector, boolean known) {
	}

}
