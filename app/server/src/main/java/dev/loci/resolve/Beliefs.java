package dev.loci.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.loci.memory.FactId;

/**
 * The facts of one slot: those believed, and those that once were and may come back.
 *
 * @param facts one for each run, in order of time
 * @param former no longer believed, as they were last
 */
public record Beliefs(List<Believed> facts, List<Believed> former) {

	public Beliefs {
		facts = List.copyOf(facts);
		former = List.copyOf(former);
	}

	public static Beliefs none() {
		return new Beliefs(List.of(), List.of());
	}

	/** What leads from here to there, in order of fact id. */
	List<Revision> revisionsTo(Beliefs later) {
		if (equals(later)) {
			return List.of();
		}
		Map<FactId, Believed> before = byId(this.facts);
		Map<FactId, Believed> after = byId(later.facts);
		Set<FactId> changed = new TreeSet<>();
		Stream.concat(this.facts.stream(), later.facts.stream())
			.map(Believed::id)
			.filter((id) -> !Objects.equals(before.get(id), after.get(id)))
			.forEach(changed::add);
		List<Revision> revisions = new ArrayList<>();
		for (FactId id : changed) {
			Believed old = before.get(id);
			Believed now = after.get(id);
			if (old == null && now != null) {
				revisions.add(new Revision.Begin(now, Matching.closest(now, this.facts)));
			}
			else if (old != null && now == null) {
				FactId into = Matching.closest(old, later.facts);
				revisions.add((into != null && before.containsKey(into)) ? new Revision.Merge(old, into)
						: new Revision.Drop(old));
			}
			else if (old != null && now != null) {
				revisions.add(new Revision.Revise(old, now));
			}
		}
		return revisions;
	}

	private static Map<FactId, Believed> byId(List<Believed> facts) {
		Map<FactId, Believed> byId = new HashMap<>();
		facts.forEach((fact) -> byId.put(fact.id(), fact));
		return byId;
	}

}
