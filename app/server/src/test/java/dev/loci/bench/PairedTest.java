package dev.loci.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Whether one way is better than another on the same questions, or was lucky with them.
 */
final class PairedTest {

	private static final int TIMES = 10_000;

	/** The same every time: a figure that changes by itself tells nothing. */
	private static final long SEED = 1;

	private PairedTest() {
	}

	/**
	 * The mean of the differences, how often one as large would come by changing sides at
	 * random, and between which means 95 of 100 samples of the questions lie.
	 */
	static Map<String, Object> of(List<Double> one, List<Double> other) {
		double[] differences = IntStream.range(0, one.size()).mapToDouble((i) -> one.get(i) - other.get(i)).toArray();
		double mean = IntStream.range(0, differences.length).mapToDouble((i) -> differences[i]).average().orElseThrow();
		SplittableRandom random = new SplittableRandom(SEED);
		int asLarge = 0;
		double[] means = new double[TIMES];
		for (int i = 0; i < TIMES; i++) {
			double changed = 0;
			double sampled = 0;
			for (double difference : differences) {
				changed += random.nextBoolean() ? difference : -difference;
				sampled += differences[random.nextInt(differences.length)];
			}
			asLarge += (Math.abs(changed) / differences.length >= Math.abs(mean) - 1e-12) ? 1 : 0;
			means[i] = sampled / differences.length;
		}
		Arrays.sort(means);
		Map<String, Object> test = new LinkedHashMap<>();
		test.put("difference", rounded(mean));
		test.put("from", rounded(means[TIMES / 40]));
		test.put("to", rounded(means[TIMES - TIMES / 40 - 1]));
		test.put("p", (asLarge + 1.0) / (TIMES + 1));
		return test;
	}

	static double rounded(double value) {
		return Math.round(value * 10_000) / 10_000.0;
	}

}
