package dev.loci.recall;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All facts and passages that were found: a fact must be near among all of them to be
 * near, and not among facts alone.
 */
final class Field {

	private final Map<Candidate, Integer> ranks = new HashMap<>();

	private final double mostWords;

	Field(List<Candidate> candidates) {
		List<Candidate> near = candidates.stream()
			.filter((candidate) -> candidate.in(Arm.vector).isPresent())
			.sorted(Comparator.comparingDouble((Candidate candidate) -> score(candidate, Arm.vector)).reversed())
			.toList();
		for (int i = 0; i < near.size(); i++) {
			this.ranks.put(near.get(i), i + 1);
		}
		this.mostWords = candidates.stream().mapToDouble((candidate) -> score(candidate, Arm.fullText)).max().orElse(0);
	}

	/** From 1, by meaning; behind all others, if it was not found by that. */
	int rank(Candidate candidate) {
		return this.ranks.getOrDefault(candidate, Integer.MAX_VALUE);
	}

	/** The score of the best one by words. */
	double mostWords() {
		return this.mostWords;
	}

	/** Its words, against the best of all. */
	double words(Candidate candidate) {
		return (this.mostWords > 0) ? score(candidate, Arm.fullText) / this.mostWords : 0;
	}

	private static double score(Candidate candidate, Arm arm) {
		return candidate.in(arm).map(Candidate.Placed::score).orElse(0.0);
	}

}
