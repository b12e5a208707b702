package dev.loci.memory;

import java.util.UUID;

/**
 * Names one suggestion.
 */
public record SuggestionId(UUID value) {

	public static SuggestionId next() {
		return new SuggestionId(Ids.next());
	}

	public static SuggestionId of(String text) {
		return new SuggestionId(Ids.parse("suggestionId", text));
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
