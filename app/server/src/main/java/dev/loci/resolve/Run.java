package dev.loci.resolve;

import java.util.List;

import dev.loci.memory.Basis;
import dev.loci.memory.Moment;
import dev.loci.memory.StatementId;
import org.jspecify.annotations.Nullable;

/**
 * One unbroken stretch of a state.
 *
 * @param from absent if unknown
 * @param to absent if it still holds
 * @param supports the statements that assert it there, the oldest first
 * @param ends the statements that end it there
 */
public record Run(String state, @Nullable Moment from, @Nullable Moment to, Basis basis, List<StatementId> supports,
		List<StatementId> ends) {

	public Run {
		supports = List.copyOf(supports);
		ends = List.copyOf(ends);
	}

}
