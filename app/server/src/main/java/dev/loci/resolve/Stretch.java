package dev.loci.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.loci.memory.Basis;
import dev.loci.memory.Moment;
import dev.loci.memory.Rank;
import dev.loci.memory.Statement;
import dev.loci.memory.StatementId;
import org.jspecify.annotations.Nullable;

/**
 * A run while it is being found.
 */
final class Stretch {

	final String state;

	@Nullable Moment from;

	@Nullable Moment to;

	Basis basis;

	final Set<Statement> supports = new LinkedHashSet<>();

	final Set<Statement> ends = new LinkedHashSet<>();

	Stretch(String state, @Nullable Moment from, Basis basis) {
		this.state = state;
		this.from = from;
		this.basis = basis;
	}

	Run run() {
		return new Run(this.state, this.from, this.to, this.basis, ids(this.supports), ids(this.ends));
	}

	private static List<StatementId> ids(Collection<Statement> statements) {
		// most runs have one support and one end
		if (statements.size() == 1) {
			return List.of(statements.iterator().next().id());
		}
		return statements.stream()
			.sorted(Comparator.comparing(Statement::rank, Rank.byAge()).thenComparing(Statement::id))
			.map(Statement::id)
			.toList();
	}

}
