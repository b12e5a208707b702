package dev.loci.resolve;

import java.util.List;

import dev.loci.memory.Change;
import dev.loci.memory.Fact;
import dev.loci.memory.Outcome;
import dev.loci.memory.StatementId;
import org.jspecify.annotations.Nullable;

/**
 * What became of a statement.
 *
 * @param statement absent if it was not kept
 * @param fact as it is believed after the whole request, if it is
 */
public record Resolved(@Nullable StatementId statement, Outcome outcome, List<Change> changed, @Nullable Fact fact) {

	public Resolved {
		changed = List.copyOf(changed);
	}

	static Resolved rejected(String reason) {
		return new Resolved(null, new Outcome.Rejected(reason), List.of(), null);
	}

}
