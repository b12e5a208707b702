package dev.loci.recall;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.loci.embed.Embedder;
import dev.loci.graph.Spaces;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.Scope;
import dev.loci.memory.StoreUnavailable;
import dev.loci.recall.Arms.Hit;
import dev.loci.recall.Fusion.Fused;
import dev.loci.recall.Recalled.Evidence;
import dev.loci.recall.Recalled.Why;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.neo4j.driver.Value;
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

	private final Arms arms;

	private final Episodes episodes;

	private final ObservationRegistry observations;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	Recall(Spaces spaces, Embedder embedder, Arms arms, Episodes episodes, ObservationRegistry observations) {
		this.spaces = spaces;
		this.embedder = embedder;
		this.arms = arms;
		this.episodes = episodes;
		this.observations = observations;
	}

	/** An unknown space holds nothing: that is an answer, not an error. */
	public Recollection recall(Scope scope, Question question) {
		Observation observation = Observation.createNotStarted("loci.recall", this.observations);
		return Objects.requireNonNull(observation.observe(() -> this.spaces.key(scope)
			.map((space) -> new Recollection(items(space, question), List.of()))
			.orElse(new Recollection(List.of(), List.of()))));
	}

	/**
	 * The first run of a query is planned, which takes longer than the query: nobody
	 * should wait for that.
	 */
	@EventListener(ApplicationReadyEvent.class)
	void warmUp() {
		Question anything = new Question("anything", 1, Question.Filters.NONE, false);
		this.threads.execute(() -> {
			try {
				items("none0", anything);
			}
			catch (StoreUnavailable ex) {
				log.debug("The database does not answer, so the first question will wait a little", ex);
			}
		});
	}

	private List<Recalled> items(String space, Question question) {
		CompletableFuture<List<Hit>> byWords = CompletableFuture.supplyAsync(() -> this.arms.byWords(space, question),
				this.threads);
		List<Hit> byMeaning = this.arms.byMeaning(space, this.embedder.question(question.query()), question);
		return Fusion.of(byMeaning, result(byWords))
			.stream()
			.limit(question.limit())
			.map((fused) -> item(fused, question.explain()))
			.toList();
	}

	private static <T> T result(CompletableFuture<T> future) {
		try {
			return future.join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw ex;
		}
	}

	private Recalled item(Fused fused, boolean explain) {
		Hit hit = fused.hit();
		Value episode = hit.episode();
		EpisodeId id = EpisodeId.of(episode.get("id").asString());
		return new Recalled("episode", id, hit.text(), fused.score(), episode.get("role").asString(null),
				episode.get("name").asString(null), episode.get("title").asString(null),
				episode.get("sessionId").asString(null), episode.get("agentId").asString(null),
				this.episodes.metadata(episode), episode.get("occurredAt").asZonedDateTime().toInstant(),
				episode.get("recordedAt").asZonedDateTime().toInstant(), List.of(new Evidence(id, hit.text())),
				explain ? new Why(fused.vector(), fused.fullText(), fused.score()) : null);
	}

	/**
	 * Whoever still waits for an arm gets an error: a stop is not held up by a question.
	 */
	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
