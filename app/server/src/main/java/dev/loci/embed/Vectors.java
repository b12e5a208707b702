package dev.loci.embed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Vectors of sentences, all but a few of them made at once and before the transaction.
 */
public final class Vectors {

	private final Embedder embedder;

	private final Map<String, float[]> known = new HashMap<>();

	public Vectors(Embedder embedder, Set<String> foreseen) {
		this.embedder = embedder;
		List<String> sentences = List.copyOf(foreseen);
		List<float[]> vectors = embedder.passages(sentences);
		for (int i = 0; i < sentences.size(); i++) {
			this.known.put(sentences.get(i), vectors.get(i));
		}
	}

	/** A sentence that was not foreseen is made now: a name has changed since. */
	public float[] of(String sentence) {
		return this.known.computeIfAbsent(sentence, (unknown) -> this.embedder.passages(List.of(unknown)).getFirst());
	}

}
