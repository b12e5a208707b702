package dev.loci.embed;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.loci.memory.EmbedderAway;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.stereotype.Component;

/**
 * The embedding model: bge-small-en-v1.5, quantised, run by ONNX in this process.
 */
@Component
public class Embedder implements AutoCloseable {

	/** What the model's authors put before a question that is to find passages. */
	private static final String QUESTION = "Represent this sentence for searching relevant passages: ";

	private static final int DIMENSIONS = 384;

	/**
	 * The meaning of a question is clear by then, and its vector costs time with every
	 * word.
	 */
	private static final int LONGEST_QUESTION = 8_000;

	private final ExecutorService threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(),
			Thread.ofPlatform().daemon().name("embed-", 0).factory());

	/** Loaded while the rest starts: the database takes its seconds, too. */
	private final CompletableFuture<BgeSmall> model = CompletableFuture.supplyAsync(() -> new BgeSmall(this.threads),
			this.threads);

	private final ObservationRegistry observations;

	Embedder(ObservationRegistry observations) {
		this.observations = observations;
	}

	/** The name under which the vectors of this model are kept apart from others. */
	public String model() {
		return "bge-small-en-v1.5-q";
	}

	public int dimensions() {
		return DIMENSIONS;
	}

	/** The vector that finds passages which answer the question. */
	public float[] question(String text) {
		try {
			return observe("question")
				.observe(() -> this.model.join().embed(QUESTION + readable(start(text))).content().vector());
		}
		catch (CompletionException ex) {
			throw new EmbedderAway("The embedding model", ex);
		}
	}

	/** As much of it as is read: whole characters. */
	static String start(String text) {
		if (text.length() <= LONGEST_QUESTION) {
			return text;
		}
		return text.substring(0,
				LONGEST_QUESTION - (Character.isHighSurrogate(text.charAt(LONGEST_QUESTION - 1)) ? 1 : 0));
	}

	/** The vectors by which passages are found, in their order. */
	public List<float[]> passages(List<String> texts) {
		if (texts.isEmpty()) {
			return List.of();
		}
		List<TextSegment> segments = texts.stream().map((text) -> TextSegment.from(readable(text))).toList();
		return observe("passages")
			.observe(() -> this.model.join().embedAll(segments).content().stream().map(Embedding::vector).toList());
	}

	/**
	 * The model drops what it cannot see, and fails where nothing is left: that means as
	 * little as a full stop.
	 */
	static String readable(String text) {
		return text.codePoints().anyMatch(Embedder::isSeen) ? text : ".";
	}

	private static boolean isSeen(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
					Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
					Character.NON_SPACING_MARK ->
				false;
			default -> character != 0xFFFD;
		};
	}

	private Observation observe(String use) {
		return Observation.createNotStarted("loci.embed", this.observations).lowCardinalityKeyValue("use", use);
	}

	@Override
	public void close() {
		this.threads.shutdown();
	}

}
