package dev.loci.resolve;

import java.util.List;

import dev.loci.memory.Change;
import dev.loci.memory.Outcome;
import dev.loci.memory.StatementId;

/**
 * What one statement did.
 */
public record Result(StatementId statement, Outcome outcome, List<Change> changed) {

	public Result {
		changed = List.copyOf(changed);
	}

}
