package dev.loci.resolve;

import java.util.List;

import dev.loci.memory.EntityId;

/**
 * Which entity a mention means.
 */
sealed interface Decision {

	/** This one, and a mention with a type gives it to an entity that had none. */
	record Same(EntityId entity) implements Decision {
	}

	/** None that there is. */
	record New() implements Decision {
	}

	/** None that there is, but some look alike: the likeliest first. */
	record Doubtful(List<Suggestion> suggestions) implements Decision {
	}

	/** One of these, and nothing says which. */
	record Ambiguous(List<EntityId> candidates) implements Decision {
	}

	/** An entity that may be the same, for a model or a person to say. */
	record Suggestion(EntityId entity, double score, Likeness.Reason reason) {
	}

}
