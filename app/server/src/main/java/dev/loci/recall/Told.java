package dev.loci.recall;

import java.time.Instant;
import java.util.List;

/**
 * What was recalled, as a text.
 *
 * @param tokens how many it has
 * @param budget how many it might have
 * @param blocks of core memory that stand in it
 */
public record Told(String text, int tokens, int budget, List<Carried> blocks) {

	/**
	 * A version of a block.
	 *
	 * @param recordedFrom since when it was so: another block may have had its label
	 * before
	 */
	public record Carried(String label, int version, Instant recordedFrom) {
	}

}
