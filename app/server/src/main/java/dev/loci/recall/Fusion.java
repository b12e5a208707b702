package dev.loci.recall;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.loci.recall.Arms.Hit;
import dev.loci.recall.Recalled.Place;
import org.jspecify.annotations.Nullable;

/**
 * Makes one list of those of the arms: reciprocal ranks, added.
 */
final class Fusion {

	/**
	 * Dampens the first ranks, so that being found by both arms counts for more than
	 * being first in one.
	 */
	private static final int K = 60;

	private Fusion() {
	}

	static List<Fused> of(List<Hit> byMeaning, List<Hit> byWords) {
		Map<String, Fused> fused = new HashMap<>();
		for (int i = 0; i < byMeaning.size(); i++) {
			Hit hit = byMeaning.get(i);
			fused.put(hit.id(), new Fused(hit, new Place(i + 1, hit.score()), null));
		}
		for (int i = 0; i < byWords.size(); i++) {
			Hit hit = byWords.get(i);
			Place place = new Place(i + 1, hit.score());
			fused.merge(hit.id(), new Fused(hit, null, place),
					(one, other) -> new Fused(one.hit(), one.vector(), place));
		}
		return fused.values()
			.stream()
			.sorted(Comparator.comparingDouble(Fused::score)
				.reversed()
				// Of equals the newest first: ids sort by the moment they were made.
				.thenComparing((item) -> item.hit().id(), Comparator.reverseOrder()))
			.toList();
	}

	/** A passage and its places in both lists. */
	record Fused(Hit hit, @Nullable Place vector, @Nullable Place fullText) {

		double score() {
			return part(this.vector) + part(this.fullText);
		}

		private static double part(@Nullable Place place) {
			return (place != null) ? 1.0 / (K + place.rank()) : 0;
		}

	}

}
