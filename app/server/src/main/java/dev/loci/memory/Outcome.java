package dev.loci.memory;

import org.jspecify.annotations.Nullable;

/**
 * What became of one statement.
 */
public sealed interface Outcome {

	/** The same, with another name for a fact. */
	default Outcome renamed(FactId fact, FactId name) {
		return switch (this) {
			case Added added when added.fact().equals(fact) -> new Added(name);
			case Supersedes supersedes when supersedes.fact().equals(fact) -> new Supersedes(name);
			case Corrects corrects when corrects.fact().equals(fact) -> new Corrects(name);
			case Reinforced reinforced when reinforced.fact().equals(fact) -> new Reinforced(name);
			default -> this;
		};
	}

	/** A fact that was not believed before. */
	record Added(FactId fact) implements Outcome {
	}

	/** One more reason to believe what is believed. */
	record Reinforced(FactId fact) implements Outcome {
	}

	/** A new state, at whose start the old one ends. */
	record Supersedes(FactId fact) implements Outcome {
	}

	/** Another state from the same moment on: this one is believed instead. */
	record Corrects(FactId fact) implements Outcome {
	}

	/** Kept, but others are believed. */
	record Outranked(String reason) implements Outcome {
	}

	/** An end; of no fact as long as nothing is believed that it could end. */
	record Ended(@Nullable FactId fact) implements Outcome {
	}

	/** Something is no longer believed. */
	record Retracted() implements Outcome {
	}

	/** Kept as a suggestion: too weak to be believed. */
	record Suggested() implements Outcome {
	}

	/** Not kept. */
	record Rejected(String reason) implements Outcome {
	}

}
