package dev.loci.recall;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.loci.recall.Search.Hit;
import dev.loci.recall.Recalled.Place;
import dev.loci.recall.Recalled.Why;
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
			fused.put(hit.key(), new Fused(hit, new Place(i + 1, hit.score()), null));
		}
		for (int i = 0; i < byWords.size(); i++) {
			Hit hit = byWords.get(i);
			Place place = new Place(i + 1, hit.score());
			fused.merge(hit.key(), new Fused(hit, null, place),
					(one, other) -> new Fused(one.hit(), one.vector(), place));
		}
		return List.copyOf(fused.values());
	}

	/** A memory and its places in both lists. */
	record Fused(Hit hit, @Nullable Place vector, @Nullable Place fullText) {

		/** Of equals the newest first: ids sort by the moment they were made. */
		static final Comparator<Fused> BEST_FIRST = Comparator.comparingDouble(Fused::score)
			.reversed()
			.thenComparing((item) -> item.hit().key(), Comparator.reverseOrder());

		double score() {
			return part(this.vector) + part(this.fullText);
		}

		private static double part(@Nullable Place place) {
			return (place != null) ? 1.0 / (K + place.rank()) : 0;
		}

		Recalled recalled() {
			return this.hit.memory().ranked(score(), new Why(this.vector, this.fullText, score()));
		}

	}

}
