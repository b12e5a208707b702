package dev.loci.recall;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import dev.loci.embed.Embedder;

import org.springframework.stereotype.Component;

/**
 * Gives each place to the memory that has most points after it has lost some for being
 * like one before it (maximal marginal relevance). What is lost grows with the likeness
 * and with how far apart the points are, so that the same wish does the same to any
 * question.
 */
@Component
class Diversity {

	private final Embedder embedder;

	Diversity(Embedder embedder) {
		this.embedder = embedder;
	}

	/**
	 * As many of them as are asked for.
	 * @param best more than that, the best first
	 */
	List<Recalled> of(Asked asked, List<Recalled> best) {
		if (best.isEmpty()) {
			return best;
		}
		double wanted = asked.question().order().diversity();
		double share = wanted / (1 - wanted);
		double weight = share * (best.getFirst().score() - best.getLast().score());
		List<float[]> vectors = this.embedder.passages(best.stream().map(Recalled::text).toList());
		double[] likeness = new double[best.size()];
		List<Integer> left = new ArrayList<>(IntStream.range(0, best.size()).boxed().toList());
		List<Recalled> chosen = new ArrayList<>();
		while (chosen.size() < asked.limit() && !left.isEmpty()) {
			int next = left.stream()
				.filter((each) -> left.stream()
					.noneMatch((other) -> other < each && exclude(best.get(other), best.get(each))))
				.max(Comparator.comparingDouble((Integer each) -> best.get(each).score() - weight * likeness[each])
					.thenComparing(Comparator.reverseOrder()))
				.orElseThrow();
			left.remove(Integer.valueOf(next));
			double points = best.get(next).score() - weight * likeness[next];
			double lowest = chosen.isEmpty() ? points : Math.min(points, chosen.getLast().score());
			chosen.add(best.get(next).losing(lowest - best.get(next).score()));
			left.forEach((other) -> likeness[other] = Math.max(likeness[other],
					cosine(vectors.get(next), vectors.get(other))));
		}
		return chosen;
	}

	/** Of what cannot both be true the better one comes first: as a rule what holds. */
	private static boolean exclude(Recalled one, Recalled other) {
		return !Collections.disjoint(one.slots(), other.slots());
	}

	/** Opposites are as far from each other as what has nothing to do with each other. */
	private static double cosine(float[] one, float[] other) {
		double product = 0;
		double ones = 0;
		double others = 0;
		for (int i = 0; i < one.length; i++) {
			product += one[i] * other[i];
			ones += one[i] * one[i];
			others += other[i] * other[i];
		}
		return Math.max(0, product / Math.sqrt(ones * others));
	}

}
