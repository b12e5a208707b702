package dev.loci.memory;

import java.util.UUID;

/**
 * Names one decision on who is who: a merge or a split.
 */
public record DecisionId(UUID value) {

	public static DecisionId next() {
		return new DecisionId(Ids.next());
	}

	public static DecisionId of(String text) {
		return new DecisionId(Ids.parse("mergeId", text));
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
