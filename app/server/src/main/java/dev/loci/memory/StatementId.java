package dev.loci.memory;

import java.util.UUID;

/**
 * Names one statement, in every answer and for ever.
 */
public record StatementId(UUID value) implements Comparable<StatementId> {

	public static StatementId next() {
		return new StatementId(Ids.next());
	}

	public static StatementId of(String text) {
		return new StatementId(Ids.parse("statementId", text));
	}

	@Override
	public int compareTo(StatementId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
