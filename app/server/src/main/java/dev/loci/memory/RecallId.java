package dev.loci.memory;

import java.util.UUID;

/**
 * Names one recall: what was asked, and what was given for it.
 */
public record RecallId(UUID value) {

	public static RecallId next() {
		return new RecallId(Ids.next());
	}

	public static RecallId of(String text) {
		return new RecallId(Ids.parse("recallId", text));
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
