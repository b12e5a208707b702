package dev.loci.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import dev.loci.embed.Embedder;
import dev.loci.embed.Vectors;
import dev.loci.extract.Extraction.Usage;
import dev.loci.graph.Cypher;
import dev.loci.graph.Graph;
import dev.loci.graph.Parameters;
import dev.loci.memory.Job;
import dev.loci.memory.StartRefused;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Gives the passages of a job the vectors that they did not get when they were accepted.
 */
@Component
class Embedding implements SmartLifecycle {

	private static final Cypher BIND_MODEL = Cypher.named("ingest/bind_model");

	private static final Cypher PASSAGES_TO_EMBED = Cypher.named("ingest/passages_to_embed");

	private static final Cypher STORE_EMBEDDINGS = Cypher.named("ingest/store_embeddings");

	/** Few enough that little is done again when a worker loses its lease or stops. */
	private static final int AT_ONCE = 16;

	/**
	 * A job that needs more waits for its next turn, so that a large one does not hold up
	 * the others.
	 */
	private static final int ROUNDS = 4;

	private final Graph graph;

	private final Embedder embedder;

	private final IngestSettings settings;

	private boolean running;

	Embedding(Graph graph, Embedder embedder, IngestSettings settings) {
		this.graph = graph;
		this.embedder = embedder;
		this.settings = settings;
	}

	/** After the schema, before any door opens. */
	@Override
	public int getPhase() {
		return 0;
	}

	@Override
	public void start() {
		bindModel();
		this.running = true;
	}

	/** Vectors of two models cannot be compared, so a database holds those of one. */
	private void bindModel() {
		String model = this.embedder.model();
		int dimensions = this.embedder.dimensions();
		this.graph.write(
				(tx) -> tx.single(BIND_MODEL, Parameters.with("name", model).and("dimensions", dimensions), (row) -> {
					String bound = row.get("name").asString();
					int length = row.get("dimensions").asInt();
					if (!bound.equals(model) || length != dimensions) {
						throw new StartRefused(
								"This database holds vectors of the embedding model " + bound + " (" + length
										+ " dimensions), and this service would add those of " + model + " ("
										+ dimensions + " dimensions): they cannot be compared.",
								"Start with the model " + bound + ", or use another database.");
					}
					return bound;
				}));
	}

	/**
	 * Returns whether it got to the end: not if its turn is over, if it was told to stop,
	 * or if it has lost its lease.
	 */
	boolean complete(Claim claim, BooleanSupplier goOn) {
		for (int round = 0; round < ROUNDS && goOn.getAsBoolean(); round++) {
			List<Unembedded> passages = this.graph
				.read((tx) -> tx.list(PASSAGES_TO_EMBED, claim.parameters().and("limit", AT_ONCE),
						(row) -> new Unembedded(row.get("id").asString(),
								Passage.spoken(row.get("heading").asString(null), row.get("text").asString()),
								row.get("before").isNull() ? null : row.get("before").get("id").asString(),
								row.get("before").isNull() ? null
										: Passage.spoken(row.get("before").get("heading").asString(null),
												row.get("before").get("text").asString()))));
			if (passages.isEmpty()) {
				return true;
			}
			Stopwatch watch = new Stopwatch();
			List<float[]> vectors = this.embedder.passages(passages.stream()
				.flatMap((passage) -> Stream.of(passage.text(), Passage.inContext(passage.before(), passage.text())))
				.toList());
			if (!store(claim, passages, vectors, new Cost(Usage.NONE, new Job.Millis(watch.lap(), 0, 0, 0)))) {
				return false;
			}
		}
		return false;
	}

	private boolean store(Claim claim, List<Unembedded> passages, List<float[]> vectors, Cost cost) {
		List<Parameters> pairs = new ArrayList<>();
		for (int i = 0; i < passages.size(); i++) {
			pairs.add(Parameters.with("passage", passages.get(i).id())
				.and("embedding", vectors.get(2 * i))
				.and("context", vectors.get(2 * i + 1))
				.and("before", passages.get(i).beforeId()));
		}
		return this.graph
			.write((tx) -> tx
				.first(STORE_EMBEDDINGS, claim.parameters().and("lease", this.settings.lease()).and("vectors", pairs),
						(row) -> row.get("leased").asBoolean())
				.orElse(false) && cost.addTo(claim, tx));
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private record Unembedded(String id, String text, @Nullable String beforeId, @Nullable String before) {
	}

}
