package dev.loci.recall;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.loci.recall.Recalled.Step;
import org.jspecify.annotations.Nullable;

/**
 * Why a memory has its score: the points of each arm and of each term, which add up to
 * it. What gave no points is absent.
 *
 * @param fused the sum
 */
public record Why(Map<Arm, Part> arms, Map<Term, Double> terms, double fused) {

	/** All of it side by side, as in the answer. */
	@JsonValue
	Map<String, Object> parts() {
		Map<String, Object> parts = new LinkedHashMap<>();
		this.arms.forEach((arm, part) -> parts.put(arm.name(), part));
		this.terms.forEach((term, points) -> parts.put(term.name(), points));
		parts.put("fused", this.fused);
		return parts;
	}

	Why with(Term term, double points) {
		Map<Term, Double> more = new EnumMap<>(this.terms);
		more.merge(term, points, Double::sum);
		return new Why(this.arms, more, this.fused + points);
	}

	/** The same without the words of those on the way: they may be erased. */
	Why unlabelled() {
		Map<Arm, Part> parts = new EnumMap<>(this.arms);
		parts.replaceAll((arm, part) -> (part.path() == null) ? part
				: new Part(part.rank(), part.overall(), part.score(), part.best(), part.points(),
						part.path().stream().map((step) -> new Step(step.id(), null)).toList()));
		return new Why(parts, this.terms, this.fused);
	}

	/**
	 * What an arm gives.
	 *
	 * @param rank from 1; absent if the arm has not found it, and the points are those of
	 * its last one
	 * @param overall its rank among facts and passages together, where that counts
	 * @param score the arm's own
	 * @param best the score that the best one has, where that counts
	 * @param path over which it was found
	 */
	public record Part(@Nullable Integer rank, @Nullable Integer overall, double score, @Nullable Double best,
			double points, @Nullable List<Step> path) {
	}

}
