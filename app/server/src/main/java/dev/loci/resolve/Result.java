package dev.loci.resolve;

import java.util.List;

import dev.loci.memory.Change;
import dev.loci.memory.FactId;
import dev.loci.memory.Outcome;
import dev.loci.memory.StatementId;

/**
 * What one statement did.
 *
 * @param changed the facts that hold at other times because of it
 * @param touched these, and those that rest on other statements because of it
 */
public record Result(StatementId statement, Outcome outcome, List<Change> changed, List<FactId> touched) {

	public Result {
		changed = List.copyOf(changed);
		touched = List.copyOf(touched);
	}

	Result renamed(FactId fresh, FactId name) {
		return new Result(this.statement, this.outcome.renamed(fresh, name),
				this.changed.stream()
					.map((change) -> change.fact().equals(fresh)
							? new Change(name, Change.Kind.MOVED, change.from(), change.to()) : change)
					.toList(),
				this.touched.stream().map((fact) -> fact.equals(fresh) ? name : fact).toList());
	}

}
