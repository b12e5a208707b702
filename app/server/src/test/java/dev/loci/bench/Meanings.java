package dev.loci.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.loci.embed.Embedder;

/**
 * What {@link Sentences} mean: the vectors of the service's own model. Copies mean nearly
 * what their original means.
 */
final class Meanings {

	/** What a report should say of it. */
	static final String COPIES = "each dimension of the original's vector moved by up to 0.025 either way, then to length 1: "
			+ "the cosine to the original is about 0.96";

	private static final double MOVED = 0.025;

	private static final int AT_ONCE = 500;

	private final float[][] originals;

	private Meanings(float[][] originals) {
		this.originals = originals;
	}

	/** What was embedded once is kept, since that takes longer than all the rest. */
	static Meanings of(Embedder embedder, Path folder) throws IOException {
		Path kept = folder
			.resolve("bench-vectors-%d-%s.bin".formatted(Sentences.DISTINCT, Integer.toHexString(fingerprint())));
		if (!Files.exists(kept)) {
			keep(embedded(embedder), kept);
		}
		try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(kept)))) {
			float[][] originals = new float[Sentences.DISTINCT][embedder.dimensions()];
			for (float[] vector : originals) {
				for (int i = 0; i < vector.length; i++) {
					vector[i] = in.readFloat();
				}
			}
			return new Meanings(originals);
		}
	}

	private static int fingerprint() {
		return IntStream.range(0, Sentences.DISTINCT).map((i) -> Sentences.of(i).text().hashCode()).sum();
	}

	private static float[][] embedded(Embedder embedder) {
		float[][] vectors = new float[Sentences.DISTINCT][];
		for (int from = 0; from < vectors.length; from += AT_ONCE) {
			int to = Math.min(vectors.length, from + AT_ONCE);
			List<float[]> some = embedder
				.passages(IntStream.range(from, to).mapToObj((i) -> Sentences.of(i).text()).toList());
			for (int i = from; i < to; i++) {
				vectors[i] = some.get(i - from);
			}
		}
		return vectors;
	}

	private static void keep(float[][] vectors, Path file) throws IOException {
		Path written = Files.createTempFile(file.toAbsolutePath().getParent(), "bench-vectors-", ".part");
		try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(written)))) {
			for (float[] vector : vectors) {
				for (float value : vector) {
					out.writeFloat(value);
				}
			}
		}
		Files.move(written, file);
	}

	/** Of a sentence; the same for the same number. */
	float[] of(int number) {
		return (number < Sentences.DISTINCT) ? this.originals[number] : near(number, number);
	}

	/** Of one of the names in a sentence: nearly what the sentence means. */
	float[] ofName(int number, int place) {
		return near(number, -2 * number - place - 1);
	}

	private float[] near(int number, int seed) {
		float[] original = this.originals[number % Sentences.DISTINCT];
		SplittableRandom random = new SplittableRandom(seed);
		float[] moved = new float[original.length];
		double squares = 0;
		for (int i = 0; i < moved.length; i++) {
			moved[i] = (float) (original[i] + MOVED * (2 * random.nextDouble() - 1));
			squares += moved[i] * moved[i];
		}
		float length = (float) Math.sqrt(squares);
		for (int i = 0; i < moved.length; i++) {
			moved[i] /= length;
		}
		return moved;
	}

}
