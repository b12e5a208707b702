package dev.loci.resolve;

import java.util.List;

import dev.loci.memory.StatementId;
import dev.loci.memory.SuggestionId;

/**
 * What a model thinks of a suggestion.
 *
 * @param reason written before the verdict, so that this follows from it
 * @param by which model
 * @param drawnFrom the statements that it was told, whose words the reason may repeat
 */
public record Advice(SuggestionId suggestion, Verdict verdict, String reason, String by, List<StatementId> drawnFrom) {

	public Advice {
		drawnFrom = List.copyOf(drawnFrom);
	}

	/** The opinions that one may have of a pair. */
	public enum Verdict {

		/** The same entity, or statements that exclude each other. */
		SAME,

		/** Two entities, or statements that may stand side by side. */
		DIFFERENT,

		/** Nobody can tell from what is known. */
		UNSURE

	}

}
