package dev.loci.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which sentences are nearest to some questions: all of them are looked at, in memory.
 */
final class Nearest {

	private static final int PARTS = 64;

	private Nearest() {
	}

	/**
	 * The numbers of the nearest ones for each question.
	 * @param from the first sentence
	 * @param to the one after the last
	 */
	static List<Set<Integer>> to(List<float[]> questions, Meanings meanings, int from, int to, int wanted) {
		List<List<PriorityQueue<Near>>> parts = IntStream.range(0, PARTS)
			.parallel()
			.mapToObj((part) -> best(questions, meanings, from + (int) ((long) (to - from) * part / PARTS),
					from + (int) ((long) (to - from) * (part + 1) / PARTS), wanted))
			.toList();
		return IntStream.range(0, questions.size())
			.mapToObj((question) -> parts.stream()
				.flatMap((part) -> part.get(question).stream())
				.sorted(Comparator.comparingDouble(Near::cosine).reversed())
				.limit(wanted)
				.map(Near::number)
				.collect(Collectors.toSet()))
			.toList();
	}

	private static List<PriorityQueue<Near>> best(List<float[]> questions, Meanings meanings, int from, int to,
			int wanted) {
		List<PriorityQueue<Near>> best = new ArrayList<>();
		questions.forEach((any) -> best.add(new PriorityQueue<>(Comparator.comparingDouble(Near::cosine))));
		for (int number = from; number < to; number++) {
			float[] meaning = meanings.of(number);
			for (int question = 0; question < questions.size(); question++) {
				PriorityQueue<Near> nearest = best.get(question);
				nearest.add(new Near(number, cosine(meaning, questions.get(question))));
				if (nearest.size() > wanted) {
					nearest.remove();
				}
			}
		}
		return best;
	}

	/** All of them have length 1. */
	static float cosine(float[] one, float[] other) {
		float sum = 0;
		for (int i = 0; i < one.length; i++) {
			sum += one[i] * other[i];
		}
		return sum;
	}

	private record Near(int number, float cosine) {
	}

}
